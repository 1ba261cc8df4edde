"""An enterprise's own system: hands in applications over AMQP, prints the answers and then the enterprise's events."""
import argparse
import asyncio
import json
import os
import pathlib

import aio_pika
from yarl import URL


async def hand_in(channel: aio_pika.abc.AbstractChannel, credit_code: str, round_id: str, entry: dict) -> None:
    """Publishes one application; raises when the broker does not take it or has no queue for it."""
    message = aio_pika.Message(
        json.dumps({"round": round_id, "form": entry["form"]}, ensure_ascii=False).encode(),
        message_id=entry["message"],  # kept when sent again, so that it is one application
        type="application-submitted",
        user_id=f"enterprise-{credit_code}",  # the broker refuses any other than the one logged in
        content_type="application/json",
        delivery_mode=aio_pika.DeliveryMode.PERSISTENT,
    )
    ingress = await channel.get_exchange("gongjiang.ingress", ensure=False)
    await ingress.publish(message, routing_key=f"{credit_code}.application-submitted", mandatory=True, timeout=30)


async def main() -> None:
    """Sends the file, if there is one, and listens until every answer is there, or for good with --follow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("applications", nargs="?", type=pathlib.Path)
    parser.add_argument("--round", help="the id of the round to apply for")
    parser.add_argument("--follow", action="store_true", help="go on printing events")
    options = parser.parse_args()
    url = URL(os.environ["GONGJIANG_ENTERPRISE_AMQP"])
    credit_code = (url.user or "").removeprefix("enterprise-")
    entries = json.loads(options.applications.read_text("utf-8")) if options.applications else []
    unanswered = {entry["message"].lower() for entry in entries}

    async with await aio_pika.connect_robust(url) as connection:
        channel = await connection.channel(publisher_confirms=True, on_return_raises=True)
        queue = await channel.get_queue(f"gongjiang.enterprise.{credit_code}", ensure=False)
        for entry in entries:
            await hand_in(channel, credit_code, options.round, entry)
        if not unanswered and not options.follow:
            return
        async with queue.iterator() as deliveries:
            async for delivery in deliveries:
                body = json.loads(delivery.body)
                print(delivery.routing_key, json.dumps(body, ensure_ascii=False), flush=True)
                await delivery.ack()
                unanswered.discard((body.get("message") or "").lower())
                if not unanswered and not options.follow:
                    return


asyncio.run(main())
