create table establishment (
    id           uuid not null,
    body         text not null,
    name         text not null,
    programme    text not null,
    posts        int  not null,
    commitment   text not null,
    senior_owner uuid not null
);
call keep_versions('establishment', 'id');

create table strand (
    establishment uuid  not null,
    code          text  not null,
    name          text  not null,
    target        int   not null,
    cap           int   not null,
    slots         jsonb not null,
    board         uuid,
    place         int   not null
);
call keep_versions('strand', 'establishment, code');

-- Who holds a post, from when until when. More than one holder at a time is a job-share.
create table occupancy (
    establishment uuid        not null,
    slot          int         not null,
    person        uuid        not null,
    term_from     date        not null,
    term_until    date,
    strand        text        not null,
    carried_over  boolean     not null,
    campaign      uuid,
    job_share     boolean     not null,
    impartiality  text        not null,
    recorded      timestamptz not null,
    vacated       text
);
call keep_versions('occupancy', 'establishment, slot, person, term_from');

create table hold (
    establishment uuid not null,
    slot          int  not null,
    person        uuid not null,
    campaign      uuid not null,
    strand        text not null,
    term_from     date not null,
    term_until    date
);
call keep_versions('hold', 'establishment, slot, person, campaign');
