package io.geowire.standalone.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/** Which path does what, and how answers look. */
final class Api {
    private static final String AVRO = "AVRO";
    private static final String SUBJECT = "subject";
    private static final String VERSION = "version";

    private final Registry registry;

    Api(Registry registry) {
        this.registry = registry;
    }

    Router router() {
        return new Router()
                .on("GET", "/", request -> Map.of())
                .on("GET", "/subjects", this::subjects)
                .on("POST", "/subjects/{subject}", this::lookUp)
                .on("DELETE", "/subjects/{subject}", this::deleteSubject)
                .on("GET", "/subjects/{subject}/versions", this::versions)
                .on("POST", "/subjects/{subject}/versions", this::register)
                .on("GET", "/subjects/{subject}/versions/{version}", this::version)
                .on("DELETE", "/subjects/{subject}/versions/{version}", this::deleteVersion)
                .on("GET", "/subjects/{subject}/versions/{version}/schema", this::versionSchema)
                .on("GET", "/schemas/types", request -> List.of(AVRO))
                .on("GET", "/schemas/ids/{id}", this::schema)
                .on("GET", "/schemas/ids/{id}/schema", request -> new RawValue(registry.schema(id(request))))
                .on("GET", "/schemas/ids/{id}/versions", this::usages)
                .on("GET", "/schemas/ids/{id}/subjects", this::usingSubjects)
                .on("POST", "/compatibility/subjects/{subject}/versions", this::checkAll)
                .on("POST", "/compatibility/subjects/{subject}/versions/{version}", this::checkOne)
                .on("GET", "/config", request -> Views.level(registry.level()))
                .on("PUT", "/config", this::setGlobalLevel)
                .on("DELETE", "/config", this::resetGlobalLevel)
                .on("GET", "/config/{subject}", this::level)
                .on("PUT", "/config/{subject}", this::setLevel)
                .on("DELETE", "/config/{subject}", this::removeLevel)
                .on("GET", "/mode", request -> Map.of("mode", "READWRITE"));
    }

    private Object subjects(Request request) {
        String prefix = request.query().getOrDefault("subjectPrefix", "");
        return registry.subjects(visibility(request)).stream()
                .filter(subject -> subject.startsWith(prefix))
                .toList();
    }

    private Object lookUp(Request request) {
        return Views.version(registry.lookUp(subject(request), postedSchema(request), visibility(request)));
    }

    private Object deleteSubject(Request request) {
        return Views.numbers(registry.deleteSubject(subject(request), request.flag("permanent")));
    }

    private Object versions(Request request) {
        return Views.numbers(registry.requireVersions(subject(request), visibility(request)));
    }

    private Object register(Request request) {
        return Map.of(
                "id", registry.register(subject(request), postedSchema(request)).id());
    }

    private Object version(Request request) {
        return Views.version(find(request));
    }

    private Object versionSchema(Request request) {
        return new RawValue(find(request).schema());
    }

    private SchemaVersion find(Request request) {
        return registry.version(subject(request), ref(request), visibility(request));
    }

    private Object deleteVersion(Request request) {
        return registry.deleteVersion(subject(request), ref(request), request.flag("permanent"))
                .version();
    }

    private Object schema(Request request) {
        String schema = registry.schema(id(request));
        return request.flag("fetchMaxId")
                ? Map.of("schema", schema, "maxId", registry.maxId())
                : Map.of("schema", schema);
    }

    private Object usages(Request request) {
        return registry.usages(id(request), visibility(request)).stream()
                .map(Views::reference)
                .toList();
    }

    private Object usingSubjects(Request request) {
        return registry.usages(id(request), visibility(request)).stream()
                .map(SchemaVersion::subject)
                .distinct()
                .toList();
    }

    private Object checkAll(Request request) {
        return Views.check(registry.faults(subject(request), postedSchema(request)), request.flag("verbose"));
    }

    private Object checkOne(Request request) {
        return Views.check(
                registry.faults(subject(request), ref(request), postedSchema(request)), request.flag("verbose"));
    }

    private Object setGlobalLevel(Request request) {
        CompatibilityLevel level = postedLevel(request);
        registry.setLevel(null, level);
        return Views.newLevel(level);
    }

    private Object resetGlobalLevel(Request request) {
        CompatibilityLevel level = registry.level();
        registry.setLevel(null, null);
        return Views.level(level);
    }

    private Object level(Request request) {
        String subject = subject(request);
        return Views.level(
                request.flag("defaultToGlobal")
                        ? registry.effectiveLevel(subject)
                        : registry.level(subject).orElseThrow(() -> RegistryFault.levelNotSet(subject)));
    }

    private Object setLevel(Request request) {
        String subject = subject(request);
        CompatibilityLevel level = postedLevel(request);
        registry.setLevel(subject, level);
        return Views.newLevel(level);
    }

    private Object removeLevel(Request request) {
        String subject = subject(request);
        CompatibilityLevel level = registry.level(subject).orElseThrow(() -> RegistryFault.subjectNotFound(subject));
        registry.setLevel(subject, null);
        return Views.level(level);
    }

    private static Visibility visibility(Request request) {
        if (request.flag("deletedOnly")) {
            return Visibility.DELETED;
        }
        return request.flag("deleted") ? Visibility.LIVE_AND_DELETED : Visibility.LIVE;
    }

    private static String subject(Request request) {
        String subject = request.part(SUBJECT);
        // The decoder puts a replacement character where the bytes are not UTF-8.
        if (subject.isBlank() || subject.chars().anyMatch(c -> Character.isISOControl(c) || c == '\ufffd')) {
            throw RegistryFault.invalidSubject(subject);
        }
        return subject;
    }

    private static VersionRef ref(Request request) {
        return VersionRef.parse(request.part(VERSION));
    }

    private static int id(Request request) {
        String id = request.part("id");
        try {
            return Integer.parseInt(id);
        } catch (NumberFormatException e) {
            throw RegistryFault.http(404, "HTTP 404 Not Found: '" + id + "' is no schema id");
        }
    }

    private static Schema postedSchema(Request request) {
        JsonNode body = request.json();
        String type = body.path("schemaType").asText(AVRO);
        if (!type.equals(AVRO) && !body.path("schemaType").isNull()) {
            throw RegistryFault.invalidSchema("schema type '" + type + "' is not supported: allowed is AVRO");
        }
        for (String unsupported : List.of("references", "metadata", "ruleSet")) {
            if (!body.path(unsupported).isEmpty()) {
                throw RegistryFault.invalidSchema("'" + unsupported + "' of a schema are not supported");
            }
        }
        JsonNode schema = body.path("schema");
        if (!schema.isTextual()) {
            throw RegistryFault.invalidSchema("'schema' is missing or no text");
        }
        return AvroSchemas.parse(schema.textValue());
    }

    private static CompatibilityLevel postedLevel(Request request) {
        String name = request.json().path("compatibility").asText("");
        return CompatibilityLevel.named(name).orElseThrow(() -> RegistryFault.invalidLevel(name));
    }
}
