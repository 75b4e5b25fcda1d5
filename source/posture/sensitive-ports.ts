/**
Ports of what administers machines or holds data, and what listens there. A port by itself does not tell a dashboard from a shop: 8080 weighs less.
Source: the catalogue; well-known ports of the products.
*/
export const sensitivePorts: ReadonlyMap<number, string> = new Map([
	[22, 'SSH'],
	[2375, 'Docker'],
	[2376, 'Docker'],
	[2379, 'etcd'],
	[2380, 'etcd'],
	[3306, 'MySQL'],
	[3389, 'Remote Desktop'],
	[5432, 'PostgreSQL'],
	[5601, 'Kibana'],
	[6379, 'Redis'],
	[6443, 'a Kubernetes API'],
	[9090, 'Prometheus'],
	[9092, 'Kafka'],
	[9200, 'Elasticsearch'],
	[10_250, 'the kubelet'],
	[27_017, 'MongoDB'],
]);
