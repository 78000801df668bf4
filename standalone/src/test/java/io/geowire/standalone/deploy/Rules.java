package io.geowire.standalone.deploy;

import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserAuthorizationSimple;
import io.strimzi.api.kafka.model.user.acl.AclOperation;
import io.strimzi.api.kafka.model.user.acl.AclResourcePatternType;
import io.strimzi.api.kafka.model.user.acl.AclRule;
import io.strimzi.api.kafka.model.user.acl.AclRuleGroupResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTopicResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTransactionalIdResource;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.SecurityUtils;

/** What the users of the manifests may do, in Kafka's own terms. */
public final class Rules {
    private Rules() {}

    public static List<AclBinding> of(KafkaUser user) {
        List<AclBinding> rules = new ArrayList<>();
        String principal = "User:" + user.getMetadata().getName();
        KafkaUserAuthorizationSimple authorization =
                (KafkaUserAuthorizationSimple) user.getSpec().getAuthorization();
        for (AclRule rule : authorization.getAcls()) {
            for (AclOperation operation : rule.getOperations()) {
                rules.add(new AclBinding(
                        resource(rule.getResource()),
                        new AccessControlEntry(
                                principal,
                                "*",
                                SecurityUtils.operation(operation.toString()),
                                AclPermissionType.ALLOW)));
            }
        }
        return rules;
    }

    private static ResourcePattern resource(AclRuleResource resource) {
        if (resource instanceof AclRuleTopicResource topic) {
            return new ResourcePattern(ResourceType.TOPIC, topic.getName(), pattern(topic.getPatternType()));
        }
        if (resource instanceof AclRuleGroupResource group) {
            return new ResourcePattern(ResourceType.GROUP, group.getName(), pattern(group.getPatternType()));
        }
        AclRuleTransactionalIdResource id = (AclRuleTransactionalIdResource) resource;
        return new ResourcePattern(ResourceType.TRANSACTIONAL_ID, id.getName(), pattern(id.getPatternType()));
    }

    private static PatternType pattern(AclResourcePatternType type) {
        return type == AclResourcePatternType.PREFIX ? PatternType.PREFIXED : PatternType.LITERAL;
    }
}
