package io.baton.web.console;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * An element. Its name and the names of its attributes are this program's own words; values and children are escaped. An
 * address leads to this site or nowhere, and no attribute is a script or a style.
 */
final class Tag implements Html {
    private static final Set<String> VOID = Set.of("input", "br", "meta", "link", "img", "hr");
    private static final Set<String> ADDRESSES = Set.of("href", "src", "action");
    private static final Pattern WORD = Pattern.compile("[a-zA-Z][a-zA-Z0-9:-]*");
    /** Those that were found to be words; a program has few of them. */
    private static final Set<String> WORDS = ConcurrentHashMap.newKeySet();

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Html> children = new ArrayList<>();

    private Tag(String name) {
        this.name = word(name);
    }

    static Tag of(String name) {
        return new Tag(name);
    }

    static Tag of(String name, String css) {
        return new Tag(name).with("class", css);
    }

    Tag with(String attribute, String value) {
        if (attribute.startsWith("on") || attribute.equals("style")) {
            throw new IllegalArgumentException(
                    "an element has no " + attribute + ": the policy of the page forbids it");
        }
        boolean leadsAway = ADDRESSES.contains(attribute) && (!value.startsWith("/") || value.startsWith("//"));
        attributes.put(word(attribute), leadsAway ? "/" : value);
        return this;
    }

    /** An attribute without a value, if it is wanted. */
    Tag flag(String attribute, boolean wanted) {
        return wanted ? with(attribute, "") : this;
    }

    Tag text(String text) {
        children.add(Html.text(text));
        return this;
    }

    Tag add(Html... pieces) {
        children.addAll(List.of(pieces));
        return this;
    }

    Tag add(Collection<? extends Html> pieces) {
        children.addAll(pieces);
        return this;
    }

    @Override
    public void write(StringBuilder out) {
        out.append('<').append(name);
        attributes.forEach((attribute, value) -> {
            out.append(' ').append(attribute).append("=\"");
            Escape.into(out, value);
            out.append('"');
        });
        out.append('>');
        if (!VOID.contains(name)) {
            children.forEach(child -> child.write(out));
            out.append("</").append(name).append('>');
        }
    }

    private static String word(String word) {
        if (!WORDS.contains(word)) {
            if (!WORD.matcher(word).matches()) {
                throw new IllegalArgumentException("'" + word + "' is no name of an element or attribute");
            }
            WORDS.add(word);
        }
        return word;
    }
}
