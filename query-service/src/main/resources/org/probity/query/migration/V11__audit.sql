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

-- A sample and what it was drawn from: the log up to drawn_at, in the days of its term.
create table sample (
    id         uuid   not null,
    body       text   not null,
    term_from  date   not null,
    term_until date,
    size       int    not null,
    seed       text   not null,
    drawn_at   bigint not null,
    drawn_by   uuid   not null
);
call keep_versions('sample', 'id');

create table finding (
    id          uuid        not null,
    about       text        not null,
    body        text        not null,
    board       uuid,
    sample      uuid,
    grade       text        not null,
    text        text        not null,
    recorded_by uuid        not null,
    recorded    timestamptz not null,
    answer      text,
    answered_by uuid,
    answered    timestamptz
);
call keep_versions('finding', 'id');
