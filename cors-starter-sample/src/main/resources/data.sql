-- Once: what is removed on the page stays removed where the database outlives the application
insert into tenant (id, name)
select id, name
from (values ('inkwell', 'Inkwell & Sons'), ('paperboat', 'Paper Boat'), ('quill', 'The Quill')) as sample (id, name)
where not exists (select 1 from tenant);

insert into tenant_origin (origin, tenant)
select origin, tenant
from (values
	('https://shop.inkwell.example.com', 'inkwell'),
	('https://www.inkwell.example.org', 'inkwell'),
	('https://paperboat.example.com', 'paperboat')
) as sample (origin, tenant)
where not exists (select 1 from tenant_origin);
