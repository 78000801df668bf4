package io.geowire.alerts.delivery;

import io.geowire.service.yaml.FieldNodes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Fetches what a receiver's fields name: the values of environment variables and the contents of files. */
final class SecretTexts {
    /** How long the name of a variable or a path may be. */
    static final int MAX_NAME = 1_000;

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final FieldNodes fields;
    private final SecretSource source;

    /**
     * A text and where it stands.
     *
     * @param name of the variable, or the path
     */
    record Named(String name, Secret value) {}

    /** @param fields to which faults are told */
    SecretTexts(FieldNodes fields, SecretSource source) {
        this.fields = fields;
        this.source = source;
    }

    /** What the names of a field stand for; those that are there. A field whose name ends in File names files. */
    List<Named> of(String field, List<String> names) {
        List<Named> texts = new ArrayList<>();
        for (String name : names) {
            Optional<Secret> text = field.endsWith("File") ? file(field, name) : variable(field, name);
            text.ifPresent(value -> texts.add(new Named(name, value)));
        }
        return texts;
    }

    Optional<Secret> variable(String field, String name) {
        if (name.startsWith(SigningSecret.PREFIX) || !VARIABLE.matcher(name).matches()) {
            // It may be the secret itself, so it is not quoted.
            fields.fault(field, "must be the name of an environment variable: letters, digits and underscores");
            return Optional.empty();
        }
        Optional<String> value = source.variable(name);
        if (value.isEmpty()) {
            fields.fault(field, "the environment variable " + name + " is not set");
        }
        return value.flatMap(text -> stripped(field, "the environment variable " + name, text));
    }

    Optional<Secret> file(String field, String path) {
        if (path.startsWith(SigningSecret.PREFIX)) {
            fields.fault(field, "must be the path of a file, not the secret itself");
            return Optional.empty();
        }
        try {
            return stripped(field, "the file " + path, source.file(path));
        } catch (IOException e) {
            fields.fault(field, "the file " + path + " cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Secret> stripped(String field, String where, String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            fields.fault(field, where + " is empty");
            return Optional.empty();
        }
        return Optional.of(new Secret(stripped));
    }
}
