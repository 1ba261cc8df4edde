"""Registrations that have passed the city's audit, as the service writes them, each with as many names as a list may have."""

NAMES = 200
FILING = "00000000-0000-7000-8000-000000000012"
ENTERPRISES = {
    "hr": {"id": "00000000-0000-7000-8000-000000000001", "creditCode": "91371600MA3N00011J"},
    "hr-sm2": {"id": "00000000-0000-7000-8000-000000000002", "creditCode": "9137160270000001X7"},
}


def script(first, count, agencies, who):
    """SQL for registrations `first` and up to `count` more, of so many agencies in turn; their ids are those of `path`."""
    enterprise = ENTERPRISES[who]
    return f"""
        BEGIN;
        CREATE TEMPORARY TABLE batch ON COMMIT DROP AS
        SELECT n, ('00000000-0000-7000-8001-' || lpad(n::text, 12, '0'))::uuid AS id,
            'Y0000371600' || lpad((n % {agencies} + 1)::text, 2, '0') AS agency
        FROM generate_series({first}, {first + count - 1}) AS n;
        CREATE TEMPORARY TABLE one ON COMMIT DROP AS
        SELECT batch.*, place, ('00000000-0000-7000-8002-' || lpad((n * 1000 + place)::text, 12, '0'))::uuid AS certificate,
            ('00000000-0000-7000-8003-' || lpad((n * 1000 + place)::text, 12, '0'))::uuid AS person
        FROM batch, generate_series(1, {NAMES}) AS place;
        INSERT INTO registration (id, determination, list, filing, credit_code, stage, state, version)
        SELECT id, id, id, '{FILING}', '{enterprise['creditCode']}', 'municipally-audited',
            jsonb_build_object('municipallyAudited', jsonb_build_object('batch', jsonb_build_object(
                'determination', id, 'list', id, 'filing', '{FILING}',
                'issuer', jsonb_build_object('id', '{enterprise['id']}', 'creditCode', '{enterprise['creditCode']}'),
                'issuerName', '滨州渤远机械制造有限公司', 'agencyCode', agency, 'determinedOn', '2026-10-14',
                'persons', (SELECT jsonb_agg(person ORDER BY place) FROM one WHERE one.id = batch.id)))), 3
        FROM batch;
        INSERT INTO certificate (id, registration, place, person, credit_code, stage, state, version, identity_sealed)
        SELECT certificate, id, place, person, '{enterprise['creditCode']}', 'prepared',
            jsonb_build_object('prepared', jsonb_build_object('holding', jsonb_build_object(
                'registration', id, 'determination', id, 'person', person, 'name', '王建国' || place, 'unit', '第一分公司焊接车间',
                'occupation', jsonb_build_object('code', '6-18-02-04', 'edition', '2022', 'name', '焊工'),
                'level', 'specialGradeTechnician',
                'issuer', jsonb_build_object('id', '{enterprise['id']}', 'creditCode', '{enterprise['creditCode']}'),
                'issuerName', '滨州渤远机械制造有限公司'))), 1, '{{}}'
        FROM one;
        COMMIT;
        ANALYZE registration; ANALYZE certificate;"""


def path(number):
    return f"/registrations/00000000-0000-7000-8001-{number:012d}"
