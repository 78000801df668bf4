package io.geowire.standalone.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers in the shape of Confluent's. */
final class Views {
    private Views() {}

    static Map<String, Object> version(SchemaVersion version) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("subject", version.subject());
        view.put("version", version.version());
        view.put("id", version.id());
        view.put("schema", version.schema());
        return view;
    }

    static Map<String, Object> reference(SchemaVersion version) {
        return Map.of("subject", version.subject(), "version", version.version());
    }

    static List<Integer> numbers(List<SchemaVersion> versions) {
        return versions.stream().map(SchemaVersion::version).toList();
    }

    static Map<String, Object> check(List<String> faults, boolean verbose) {
        boolean compatible = faults.isEmpty();
        return verbose ? Map.of("is_compatible", compatible, "messages", faults) : Map.of("is_compatible", compatible);
    }

    static Map<String, Object> level(CompatibilityLevel level) {
        return Map.of("compatibilityLevel", level);
    }

    /** The answer to setting a level has another name for it than the answer to asking. */
    static Map<String, Object> newLevel(CompatibilityLevel level) {
        return Map.of("compatibility", level);
    }

    static Map<String, Object> fault(RegistryFault fault) {
        return Map.of("error_code", fault.code(), "message", String.valueOf(fault.getMessage()));
    }
}
