package io.baton.web;

import io.baton.domain.access.Rights;
import io.baton.domain.access.Role;
import io.baton.domain.access.Scope;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The members of a JSON body, read value by value; a mistake names the member. */
record Members(Map<String, Object> values) {
    String text(String name) {
        return optional(name).orElseThrow(() -> Problem.field(name, "is required"));
    }

    Optional<String> optional(String name) {
        Object value = values.get(name);
        if (value != null && !(value instanceof String)) {
            throw Problem.field(name, "a text is expected");
        }
        return Optional.ofNullable((String) value);
    }

    /** {@code role} and {@code groups}. */
    Rights rights() {
        String word = text("role");
        Role role = Arrays.stream(Role.values())
                .filter(one -> one.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.field("role", "'" + word + "' is not viewer, operator or admin"));
        return Problem.at("groups", () -> new Rights(role, new Scope(groups())));
    }

    private Set<String> groups() {
        Object value = values.get("groups");
        if (value == null) {
            return Set.of();
        }
        if (!(value instanceof List<?> list)) {
            throw Problem.field("groups", "a list of group names is expected");
        }
        Set<String> groups = new HashSet<>();
        list.forEach(element -> groups.add(String.valueOf(element)));
        return groups;
    }
}
