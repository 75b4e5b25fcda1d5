import type {Fact} from './known.js';
import type {Resource} from './resource.js';

export type ServicePort = {
	readonly name: string | undefined;
	/**
	TCP, UDP, SCTP.
	*/
	readonly protocol: string;
	readonly port: number;
	/**
	A number or the name of a container's port.
	*/
	readonly targetPort: string | undefined;
	readonly nodePort: number | undefined;
};

/**
A Service as the cluster's own API tells of it, or, where `isInferred`, as far as the load balancer and the public addresses in the
node resource group give it away. Its id is the cluster's, followed by `/namespaces/NAMESPACE/services/NAME`.
Source: Kubernetes core/v1 Service; annotations of cloud-provider-azure.
*/
export type ClusterService = Resource & {
	readonly kind: 'service';
	readonly clusterKey: string;
	readonly clusterName: string;
	readonly namespace: string;
	readonly isInferred: boolean;
	readonly created: Fact<string | undefined>;
	/**
	`metadata.deletionTimestamp` is there.
	*/
	readonly isDeleting: boolean;
	/**
	ClusterIP, NodePort, LoadBalancer, ExternalName.
	*/
	readonly type: Fact<string | undefined>;
	readonly ports: Fact<readonly ServicePort[]>;
	/**
	`None` for a headless one.
	*/
	readonly clusterIps: Fact<readonly string[]>;
	readonly externalName: Fact<string | undefined>;
	readonly externalIps: Fact<readonly string[]>;
	/**
	`status.loadBalancer.ingress`: addresses, or host names where it has none.
	*/
	readonly addresses: Fact<readonly string[]>;
	/**
	`spec.loadBalancerSourceRanges`.
	*/
	readonly sourceRanges: Fact<readonly string[]>;
	/**
	Annotations `azure-allowed-ip-ranges` and `load-balancer-source-ranges`, taken apart.
	*/
	readonly allowedIpRanges: Fact<readonly string[]>;
	/**
	Annotation `azure-allowed-service-tags`, taken apart.
	*/
	readonly allowedServiceTags: Fact<readonly string[]>;
	/**
	Annotation `azure-load-balancer-internal`, as it stands.
	*/
	readonly internalAnnotation: Fact<string | undefined>;
	/**
	Annotations that look like the one above and are not it: the cloud ignores them.
	*/
	readonly misspelt: readonly string[];
	/**
	Annotation `azure-load-balancer-internal-subnet`.
	*/
	readonly internalSubnet: Fact<string | undefined>;
	/**
	Annotation `azure-dns-label-name`.
	*/
	readonly dnsLabel: Fact<string | undefined>;
	/**
	Annotation `azure-pip-name`.
	*/
	readonly publicIpName: Fact<string | undefined>;
	/**
	Annotation `azure-additional-public-ips`, taken apart: it answers at these addresses, too.
	*/
	readonly additionalPublicIps: Fact<readonly string[]>;
	/**
	Annotation `azure-disable-load-balancer-nsg-rule` is `true`: the cloud writes no rule for it, own rules of the network security group decide alone.
	*/
	readonly isWithoutRules: Fact<boolean>;
	/**
	Annotation `azure-pls-create` is `true`: a private link service leads to it from other networks.
	*/
	readonly hasPrivateLink: Fact<boolean>;
	/**
	`spec.loadBalancerClass`: another one than Azure's makes the load balancer.
	*/
	readonly loadBalancerClass: Fact<string | undefined>;
	/**
	What finds its pods: labels, sorted, as `app=orders`. Empty: none.
	*/
	readonly selector: Fact<readonly string[]>;
	readonly externalTrafficPolicy: Fact<string | undefined>;
};
