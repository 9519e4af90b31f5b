package io.baton.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes a tree as YAML in block style. Every text that might be read as anything else stands in the quotes of JSON, which
 * YAML reads the same way.
 */
final class YamlText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,200}");
    /** What YAML 1.1 readers take for a boolean or nothing. */
    private static final Set<String> WORDS = Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n");

    private final StringBuilder text = new StringBuilder();

    private YamlText() {}

    /** @param root an object */
    static String of(JsonNode root) {
        YamlText yaml = new YamlText();
        yaml.value(root, 0);
        return yaml.text.toString();
    }

    /** Writes the value behind a colon or a dash, and ends its line. */
    private void value(JsonNode node, int indent) {
        if (node.isEmpty() || !node.isContainerNode()) {
            text.append(scalar(node)).append('\n');
        } else if (node.isObject()) {
            members(node, indent);
        } else {
            elements(node, indent);
        }
    }

    private void members(JsonNode object, int indent) {
        String margin = "";
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            text.append(margin).append(word(member.getKey())).append(':');
            behind(member.getValue(), indent + 2, true);
            margin = " ".repeat(indent);
        }
    }

    private void elements(JsonNode array, int indent) {
        String margin = "";
        for (JsonNode element : array) {
            text.append(margin).append('-');
            behind(element, indent + 2, element.isArray());
            margin = " ".repeat(indent);
        }
    }

    /** A container goes to a line of its own, but an object begins right behind its dash. */
    private void behind(JsonNode value, int indent, boolean ownLine) {
        boolean block = ownLine && value.isContainerNode() && !value.isEmpty();
        text.append(block ? "\n" + " ".repeat(indent) : " ");
        value(value, indent);
    }

    private static String scalar(JsonNode node) {
        return node.isTextual() ? word(node.textValue()) : node.toString();
    }

    private static String word(String value) {
        boolean plain = PLAIN.matcher(value).matches() && !WORDS.contains(value.toLowerCase(java.util.Locale.ROOT));
        return plain ? value : JsonTree.text(value);
    }
}
