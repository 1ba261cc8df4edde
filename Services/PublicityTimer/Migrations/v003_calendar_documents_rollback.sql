DROP TABLE reckoning;
ALTER TABLE calendar ADD COLUMN state jsonb;
UPDATE calendar SET state = jsonb_build_object('published', jsonb_build_object('name', name, 'days',
    COALESCE((SELECT jsonb_agg(day) FROM jsonb_array_elements(documents) AS document,
        jsonb_array_elements(document -> 'days') AS day), '[]')));
ALTER TABLE calendar
    ALTER COLUMN state SET NOT NULL,
    DROP COLUMN number,
    DROP COLUMN documents,
    DROP COLUMN published_at;
