create table if not exists tenant (
	id varchar(40) primary key,
	name varchar(80) not null
);

-- An origin belongs to one tenant
create table if not exists tenant_origin (
	origin varchar(255) primary key,
	tenant varchar(40) not null references tenant (id)
);
