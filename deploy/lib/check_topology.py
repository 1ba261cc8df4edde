"""Compares the channels of an AsyncAPI document with the broker's definitions."""


def matches(pattern, key):
    """Tells whether a topic binding's pattern takes a routing key; # stands at the end alone."""
    words, key = pattern.split("."), key.split(".")
    if words[-1] == "#":
        words, key = words[:-1], key[: len(words) - 1]
    return len(words) == len(key) and all(word in ("*", part) for word, part in zip(words, key))


def routing_key(exchange, message):
    """The key a message has on an exchange, with any enterprise in it."""
    return f"91371600MA3N00011J.{message}" if exchange == "gongjiang.ingress" else message


def check_topology(document, definitions):
    """Checks that exchanges and queues are the broker's, and that each queue gets what it is described to get."""
    exchanges = {exchange["name"]: exchange for exchange in definitions["exchanges"]}
    queues = {queue["name"] for queue in definitions["queues"] if not queue["name"].endswith(".dead")}
    told, described = {}, {}
    for channel in document["channels"].values():
        binding = channel["bindings"]
        if "$ref" in binding:
            binding = document["components"]["channelBindings"][binding["$ref"].rsplit("/", 1)[1]]
        binding = binding["amqp"]
        if binding["is"] == "queue":
            described[binding["queue"]["name"]] = set(channel["messages"])
            continue
        name = binding["exchange"]["name"]
        if exchanges[name]["type"] != binding["exchange"]["type"]:
            raise ValueError(f"{name} is of another type")
        if name != "gongjiang.replay":
            told.setdefault(name, set()).update(channel["messages"])
    if set(described) - queues != {"gongjiang.enterprise.{creditCode}"} or queues - set(described):
        raise ValueError(f"queues only here or there: {sorted(queues ^ set(described))}")
    for queue in queues:
        heard = {
            message
            for binding in definitions["bindings"]
            if binding["destination"] == queue
            for message in told.get(binding["source"], ())
            if matches(binding["routing_key"], routing_key(binding["source"], message))
        }
        if heard != described[queue]:
            raise ValueError(f"{queue}: only here or there: {sorted(heard ^ described[queue])}")
