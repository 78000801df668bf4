package io.geowire.standalone.registry;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;

/** A request that is answered with no: the HTTP status, Confluent's error code and a reason. */
final class RegistryFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final int status;
    private final int code;
    private final Map<String, String> headers;

    private RegistryFault(int status, int code, String message) {
        this(status, code, message, Map.of());
    }

    private RegistryFault(int status, int code, String message, Map<String, String> headers) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.headers = headers;
    }

    /** A fault of HTTP rather than of the registry. */
    static RegistryFault http(int status, String message) {
        return new RegistryFault(status, status, message);
    }

    /** @param allowed methods, separated by commas */
    static RegistryFault methodNotAllowed(String allowed) {
        return new RegistryFault(405, 405, "HTTP 405 Method Not Allowed: use " + allowed, Map.of("Allow", allowed));
    }

    /** What is wrong with a text that should be JSON, and where, in one line. */
    static String describe(JsonProcessingException fault) {
        JsonLocation at = fault.getLocation();
        return at == null
                ? fault.getOriginalMessage()
                : "line %d, column %d: %s".formatted(at.getLineNr(), at.getColumnNr(), fault.getOriginalMessage());
    }

    static RegistryFault subjectNotFound(String subject) {
        return new RegistryFault(NOT_FOUND, 40401, "Subject '%s' not found.".formatted(subject));
    }

    static RegistryFault versionNotFound(String version) {
        return new RegistryFault(NOT_FOUND, 40402, "Version %s not found.".formatted(version));
    }

    static RegistryFault schemaNotFound() {
        return new RegistryFault(NOT_FOUND, 40403, "Schema not found");
    }

    static RegistryFault schemaNotFound(int id) {
        return new RegistryFault(NOT_FOUND, 40403, "Schema %d not found".formatted(id));
    }

    static RegistryFault subjectDeletedAlready(String subject) {
        return new RegistryFault(
                NOT_FOUND,
                40404,
                "Subject '%s' was soft deleted. Set permanent=true to delete permanently".formatted(subject));
    }

    static RegistryFault subjectNotDeletedYet(String subject) {
        return new RegistryFault(
                NOT_FOUND,
                40405,
                "Subject '%s' was not deleted first before being permanently deleted".formatted(subject));
    }

    static RegistryFault versionDeletedAlready(String subject, int version) {
        return new RegistryFault(
                NOT_FOUND,
                40406,
                "Subject '%s' Version %d was soft deleted. Set permanent=true to delete permanently"
                        .formatted(subject, version));
    }

    static RegistryFault versionNotDeletedYet(String subject, int version) {
        return new RegistryFault(
                NOT_FOUND,
                40407,
                "Subject '%s' Version %d was not deleted first before being permanently deleted"
                        .formatted(subject, version));
    }

    static RegistryFault levelNotSet(String subject) {
        return new RegistryFault(
                NOT_FOUND,
                40408,
                "Subject '%s' does not have subject-level compatibility configured".formatted(subject));
    }

    static RegistryFault incompatible(String subject, List<String> reasons) {
        return new RegistryFault(
                CONFLICT,
                409,
                "Schema being registered is incompatible with an earlier schema for subject '%s': %s"
                        .formatted(subject, String.join("; ", reasons)));
    }

    static RegistryFault invalidSchema(String message) {
        return new RegistryFault(UNPROCESSABLE, 42201, message);
    }

    static RegistryFault invalidVersion(String version) {
        return new RegistryFault(
                UNPROCESSABLE,
                42202,
                "The specified version '%s' is not valid: allowed are 1 to %d, latest and -1"
                        .formatted(version, Integer.MAX_VALUE));
    }

    static RegistryFault invalidLevel(String level) {
        return new RegistryFault(
                UNPROCESSABLE,
                42203,
                "Invalid compatibility level '%s': allowed are %s"
                        .formatted(level, List.of(CompatibilityLevel.values())));
    }

    static RegistryFault invalidSubject(String subject) {
        return new RegistryFault(
                UNPROCESSABLE,
                42208,
                "The specified subject '%s' is not valid: it must be UTF-8, not blank, without control characters"
                        .formatted(subject.replaceAll("\\p{Cntrl}", "?")));
    }

    static RegistryFault storage(String message) {
        return new RegistryFault(500, 50001, message);
    }

    /** What an answer has besides. */
    Map<String, String> headers() {
        return headers;
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }
}
