-- Two who share a seat have the same place. Nobody did before; a rebuild names their places the same.
alter table board_member add place text;
update board_member set place = person || '/' || to_char(term_from, 'YYYY-MM-DD');
alter table board_member alter place set not null;
