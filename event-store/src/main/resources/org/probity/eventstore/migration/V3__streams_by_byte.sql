-- Names of streams are compared byte by byte, so that streams are found by the beginning of their names.
alter table log.event alter column subject type text collate "C";
