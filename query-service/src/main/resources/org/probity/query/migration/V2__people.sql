create table person (
    id                 uuid    not null,
    name               text,
    contact            text,
    profession         text    not null,
    registration       jsonb,
    employer           text,
    in_active_practice boolean not null,
    retention_hold     boolean not null,
    erased             boolean not null
);
call keep_versions('person', 'id');

create table organisation (
    code       text    not null,
    name       text    not null,
    kind       text    not null,
    term_from  date    not null,
    term_until date,
    invented   boolean not null
);
call keep_versions('organisation', 'code');

create table account (
    id     text not null,
    person uuid not null
);
call keep_versions('account', 'id');

create table duty (
    person     uuid not null,
    id         uuid not null,
    role       text not null,
    scope      text not null,
    term_from  date not null,
    term_until date
);
call keep_versions('duty', 'person, id');
