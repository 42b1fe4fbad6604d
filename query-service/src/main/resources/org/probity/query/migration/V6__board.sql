create table board (
    id             uuid  not null,
    body           text  not null,
    kind           text  not null,
    name           text  not null,
    accountable_to uuid,
    terms          jsonb not null
);
call keep_versions('board', 'id');

create table board_member (
    board      uuid    not null,
    person     uuid    not null,
    term_from  date    not null,
    term_until date,
    capacity   text    not null,
    voting     boolean not null,
    strand     text
);
call keep_versions('board_member', 'board, person, term_from');

create table board_office (
    board      uuid not null,
    office     text not null,
    person     uuid not null,
    term_from  date not null,
    term_until date
);
call keep_versions('board_office', 'board, office, person, term_from');
