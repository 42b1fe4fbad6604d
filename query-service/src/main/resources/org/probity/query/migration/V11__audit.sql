-- What a reviewer looks at first: a row for each exception, by the position of the event that made it one.
create table exception_entry (
    position bigint      not null,
    kind     text        not null,
    at       timestamptz not null,
    subject  text        not null,
    code     text        not null,
    reason   text,
    campaign uuid,
    strand   text,
    meeting  uuid,
    item     int,
    matter   uuid,
    decision uuid,
    person   uuid,
    interest uuid
);
call keep_versions('exception_entry', 'position');

-- What somebody was asked about a matter, and what was decided last about them in it.
create table asked_conflict (
    matter     uuid  not null,
    person     uuid  not null,
    proposed   jsonb not null,
    mitigation text
);
call keep_versions('asked_conflict', 'matter, person');
