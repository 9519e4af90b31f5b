package io.baton.application.jobs;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The members of an object of a job file, read one by one; a mistake names the field, the value and what is allowed. */
final class Fields {
    private final String path;
    private final Map<?, ?> members;

    Fields(String path, Map<?, ?> members) {
        this.path = path;
        this.members = members;
    }

    /** A mistake of the user's. */
    static final class FieldException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final String field;

        FieldException(String field, String what) {
            super(field + ": " + what);
            this.field = field;
        }

        String field() {
            return field;
        }
    }

    /** Refuses members that are not among the known ones. */
    Fields only(Set<String> known) {
        for (Object name : members.keySet()) {
            if (!known.contains(String.valueOf(name))) {
                throw new FieldException(path(String.valueOf(name)), "unknown field; known are " + sorted(known));
            }
        }
        return this;
    }

    boolean has(String name) {
        return members.get(name) != null;
    }

    /** Whether the member is there and is not the word none. */
    boolean given(String name) {
        return has(name) && !"none".equals(members.get(name));
    }

    String text(String name, String otherwise) {
        return has(name) ? scalar(name) : otherwise;
    }

    Optional<String> text(String name) {
        return has(name) ? Optional.of(scalar(name)) : Optional.empty();
    }

    String required(String name) {
        return text(name).orElseThrow(() -> new FieldException(path(name), "is required"));
    }

    boolean flag(String name, boolean otherwise) {
        Object value = members.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Boolean b) {
            return b;
        }
        throw new FieldException(path(name), "'" + value + "' is not true or false");
    }

    int whole(String name, int otherwise) {
        Object value = members.get(name);
        if (value == null) {
            return otherwise;
        }
        try {
            return new BigDecimal(String.valueOf(value)).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new FieldException(path(name), "'" + value + "' is not a whole number");
        }
    }

    double number(String name, double otherwise) {
        Object value = members.get(name);
        try {
            return value == null ? otherwise : Double.parseDouble(String.valueOf(value));
        } catch (NumberFormatException e) {
            throw new FieldException(path(name), "'" + value + "' is not a number");
        }
    }

    Optional<Duration> duration(String name) {
        return text(name).map(value -> at(name, () -> Durations.parse(value)));
    }

    Optional<Instant> instant(String name) {
        return text(name).map(value -> {
            try {
                return Instant.parse(value);
            } catch (DateTimeParseException e) {
                throw new FieldException(path(name), "'" + value + "' is not a UTC time such as 2027-01-01T00:00:00Z");
            }
        });
    }

    <E extends Enum<E>> E word(String name, E otherwise) {
        return text(name)
                .map(value -> at(name, () -> Words.of(otherwise.getDeclaringClass(), value)))
                .orElse(otherwise);
    }

    /** A list of texts; one text is a list of one. */
    List<String> texts(String name) {
        Object value = members.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof String one) {
            return List.of(one);
        }
        if (!(value instanceof List<?> list)) {
            throw new FieldException(path(name), "'" + value + "' is not a list");
        }
        List<String> texts = new ArrayList<>();
        list.forEach(element -> texts.add(String.valueOf(element)));
        return texts;
    }

    Optional<Object> raw(String name) {
        return Optional.ofNullable(members.get(name));
    }

    Fields object(String name) {
        if (members.get(name) instanceof Map<?, ?> map) {
            return new Fields(path(name), map);
        }
        throw new FieldException(
                path(name), has(name) ? "'" + members.get(name) + "' is not an object" : "is required");
    }

    Set<String> names() {
        Set<String> names = new java.util.LinkedHashSet<>();
        members.keySet().forEach(name -> names.add(String.valueOf(name)));
        return names;
    }

    /** Runs a reading whose refusals know their value but not their field. */
    <T> T at(String name, java.util.function.Supplier<T> reading) {
        try {
            return reading.get();
        } catch (FieldException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new FieldException(path(name), String.valueOf(e.getMessage()));
        }
    }

    private String scalar(String name) {
        Object value = members.get(name);
        if (value instanceof Map || value instanceof List) {
            throw new FieldException(path(name), "a single value is expected, not " + value);
        }
        return String.valueOf(value);
    }

    String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String sorted(Set<String> names) {
        return names.stream()
                .sorted()
                .map(n -> n.toLowerCase(Locale.ROOT))
                .toList()
                .toString();
    }
}
