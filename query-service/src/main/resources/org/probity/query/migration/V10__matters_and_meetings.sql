create table matter (
    id      uuid        not null,
    board   uuid        not null,
    kind    text        not null,
    title   text        not null,
    effects jsonb       not null,
    raised  timestamptz not null
);
call keep_versions('matter', 'id');

-- One row for each person and matter: what they were asked and declared, and what is decided.
create table matter_conflict (
    matter      uuid    not null,
    person      uuid    not null,
    suggested   jsonb   not null,
    denied      text,
    interest    uuid,
    description text,
    declared    timestamptz,
    undecided   boolean not null,
    mitigation  text,
    reason      text,
    decided_by  uuid,
    decided     timestamptz
);
call keep_versions('matter_conflict', 'matter, person');

create table meeting (
    id                  uuid        not null,
    board               uuid        not null,
    body                text        not null,
    starts              timestamptz not null,
    clear_days          int         not null,
    short_notice_reason text,
    opening             jsonb,
    presiders           jsonb       not null,
    closed              timestamptz
);
call keep_versions('meeting', 'id');

create table agenda_item (
    meeting     uuid    not null,
    item        int     not null,
    matter      uuid    not null,
    title       text    not null,
    purpose     text    not null,
    open        boolean not null,
    papers      jsonb   not null,
    late        boolean not null,
    state       text    not null,
    decision    uuid,
    outcome     text,
    reason      text,
    referred_to uuid
);
call keep_versions('agenda_item', 'meeting, item');

create table meeting_attendance (
    meeting    uuid    not null,
    person     uuid    not null,
    apologies  boolean not null,
    present    jsonb   not null,
    correction text
);
call keep_versions('meeting_attendance', 'meeting, person');

create table meeting_action (
    meeting   uuid not null,
    action    int  not null,
    item      int,
    owner     uuid not null,
    task      text not null,
    due       date not null,
    completed date
);
call keep_versions('meeting_action', 'meeting, action');

-- Taken by a meeting or by chair's action: of the two one is not null.
create table decision (
    id            uuid        not null,
    board         uuid        not null,
    meeting       uuid,
    matter        uuid        not null,
    answers       uuid,
    recorded      jsonb,
    action        jsonb,
    position      bigint      not null,
    recorded_at   timestamptz not null,
    superseded    jsonb,
    ratification  jsonb
);
call keep_versions('decision', 'id');
