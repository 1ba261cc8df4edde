-- Takes in again what rolling back kept aside: the whole trail, and where the version before changed nothing, the stage too.
DO $$
BEGIN
    IF to_regclass('upload_kept') IS NOT NULL THEN
        UPDATE upload AS now SET stage = kept.stage, state = kept.state
        FROM upload_kept AS kept WHERE kept.id = now.id AND kept.version = now.version;
        UPDATE upload AS now
        SET state = jsonb_set(now.state, '{known,_0,trail}', (kept.state #> '{known,_0,trail}') || coalesce((
            SELECT jsonb_agg(step ORDER BY place)
            FROM jsonb_array_elements(now.state #> '{known,_0,trail}') WITH ORDINALITY AS later (step, place)
            WHERE place > jsonb_array_length(kept.state #> '{known,_0,trail}')), '[]'))
        FROM upload_kept AS kept WHERE kept.id = now.id AND kept.version < now.version;
        DROP TABLE upload_kept;
    END IF;
    IF to_regclass('drift_kept') IS NOT NULL THEN
        UPDATE drift AS now SET kind = kept.kind, key = kept.key, state = kept.state
        FROM drift_kept AS kept WHERE kept.id = now.id AND kept.version = now.version
          AND NOT EXISTS (SELECT FROM drift AS other WHERE other.key = kept.key AND other.id <> now.id);
        DROP TABLE drift_kept;
    END IF;
END $$;

-- What was asked to be taken out and was not is there still: no rejected record, which its enterprise would have to correct.
UPDATE upload SET stage = 'withdrawal-refused', state = jsonb_set(state, '{known,_0,stage}', '"withdrawal-refused"')
WHERE stage IN ('rejected', 'refused') AND state #>> '{known,_0,withdrawal}' IS NOT NULL;

-- Registrations were known as looked through by another reckoning. What did not change since is not looked through again, and what the
-- province took of it before records told the number and the day of issue is not sent again for these alone.
ALTER TABLE upload ADD COLUMN is_without_issue boolean NOT NULL DEFAULT false;
WITH seen AS (
    SELECT registration.id, registration.version AS first,
        (SELECT coalesce(sum(certificate.version), 0)::int FROM certificate
         WHERE certificate.registration = registration.id) AS certificates
    FROM registration
), seeded AS (
    UPDATE upload_look SET version = seen.first * 100000 + seen.certificates FROM seen
    WHERE upload_look.registration = seen.id AND upload_look.version < 100000
      AND upload_look.version IN (seen.first, seen.first + seen.certificates)
    RETURNING upload_look.registration
)
UPDATE upload SET is_without_issue = true FROM certificate, seeded
WHERE certificate.id = upload.certificate AND certificate.registration = seeded.registration
  AND certificate.issued_on IS NOT NULL AND upload.stage IN ('accepted', 'visible-in-province', 'visible-nationally');

DO $$
BEGIN
    IF to_regclass('upload_without_issue_kept') IS NOT NULL THEN
        UPDATE upload SET is_without_issue = true FROM upload_without_issue_kept AS kept
        WHERE kept.id = upload.id AND kept.version = upload.version;
        DROP TABLE upload_without_issue_kept;
    END IF;
END $$;

-- Whom the enterprise took back out of a returned batch waits to be handed in, and is looked through again: it may not be there.
WITH taken_back AS (
    SELECT apart.id, jsonb_array_length(coalesce(apart.state #> '{returned,batch,course,submissions}', '[]')) AS handed_in
    FROM registration AS apart JOIN registration AS origin ON origin.id = apart.origin,
        LATERAL jsonb_path_query_first(origin.state, '$.*.batch.course') AS course,
        LATERAL jsonb_array_elements(course -> 'apart') AS leaving
    WHERE apart.stage = 'returned' AND (leaving ->> 'into')::uuid = apart.id AND leaving ->> 'ground' = 'taken-back'
      -- Not handed in by itself since.
      AND coalesce(course -> 'submissions', '[]') @> coalesce(apart.state #> '{returned,batch,course,submissions}', '[]')
), marked AS (
    UPDATE registration
    SET state = jsonb_set(state, '{returned,batch,course}', coalesce(state #> '{returned,batch,course}', '{}')
        || jsonb_build_object('takenBackAfter', taken_back.handed_in))
    FROM taken_back WHERE registration.id = taken_back.id
    RETURNING registration.id
)
UPDATE upload_look SET version = 0 FROM marked WHERE upload_look.registration = marked.id;
