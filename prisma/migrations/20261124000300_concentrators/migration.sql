-- Serves: the list of gateways (S3-GATEWAYS). Small, because few devices are radio stations.
create index devices_concentrators on devices (account_id) where kind = 'concentrator';
