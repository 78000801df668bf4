package io.geowire.standalone.registry;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityResult;

/** Compares a schema with earlier versions by the rules of Avro's schema resolution. */
final class Compatibility {
    /** More than a person reads. */
    static final int MAX_REASONS = 20;

    private Compatibility() {}

    /**
     * Why a schema may not follow earlier ones.
     *
     * @param earlier versions to compare with, oldest first
     * @return the first reasons, and how many more there are; empty if it may follow
     */
    static List<String> faults(Schema schema, List<SchemaVersion> earlier, CompatibilityLevel level) {
        List<String> faults = new ArrayList<>();
        for (SchemaVersion version : relevant(earlier, level)) {
            Schema other = AvroSchemas.parse(version.schema());
            if (level.backward()) {
                String who = "the new schema cannot read what version %d writes".formatted(version.version());
                faults.addAll(faults(who, schema, other));
            }
            if (level.forward()) {
                String who = "version %d cannot read what the new schema writes".formatted(version.version());
                faults.addAll(faults(who, other, schema));
            }
        }
        return shortened(faults);
    }

    private static List<String> shortened(List<String> faults) {
        if (faults.size() <= MAX_REASONS) {
            return faults;
        }
        List<String> first = new ArrayList<>(faults.subList(0, MAX_REASONS));
        first.add("and %d more".formatted(faults.size() - MAX_REASONS));
        return first;
    }

    private static List<SchemaVersion> relevant(List<SchemaVersion> earlier, CompatibilityLevel level) {
        if (level == CompatibilityLevel.NONE || earlier.isEmpty()) {
            return List.of();
        }
        return level.transitive() ? earlier : earlier.subList(earlier.size() - 1, earlier.size());
    }

    private static List<String> faults(String who, Schema reader, Schema writer) {
        SchemaCompatibilityResult result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult();
        return result.getIncompatibilities().stream()
                .map(fault -> "%s: %s at %s: %s".formatted(who, fault.getType(), location(fault), fault.getMessage()))
                .toList();
    }

    private static String location(Incompatibility fault) {
        String location = fault.getLocation();
        return location.isEmpty() ? "/" : location;
    }
}
