alter table interest add estimated_pounds int;
