package io.baton.bootstrap.document;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * YAML as a tree: takes the parser's nodes and builds the values itself, so that no tag can name a type.
 *
 * <p>Aliases are expanded where they stand. 50 aliases can still multiply (ten to a level, five levels: 10^5), so the
 * values are counted as they are built, and the text is refused at {@link #MOST_VALUES}.
 */
final class YamlTree {
    static final int DEEPEST = 50;
    private static final int MOST_ALIASES = 50;
    /** One million values: 10,000 jobs of a hundred fields. */
    private static final int MOST_VALUES = 1_000_000;

    private final Scalars scalars;
    private int built;

    YamlTree(Scalars scalars) {
        this.scalars = scalars;
    }

    Map<String, Object> read(String text) {
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(MOST_ALIASES);
        limits.setNestingDepthLimit(DEEPEST);
        limits.setCodePointLimit(DocumentReader.LONGEST);
        try {
            Composer composer =
                    new Composer(new ParserImpl(new StreamReader(text), limits), new PlainResolver(), limits);
            Node root = composer.getSingleNode();
            return root == null || root.getTag().equals(Tag.NULL) ? Map.of() : rootMap(root);
        } catch (MarkedYAMLException wrong) {
            throw at(wrong.getProblemMark(), wrong.getProblem());
        } catch (YAMLException wrong) {
            throw new DocumentException(firstLine(wrong));
        } catch (NumberFormatException | IndexOutOfBoundsException wrong) {
            // The parser's own slip, as on an escape \x whose digits are missing.
            throw new DocumentException("the text is no YAML: " + firstLine(wrong));
        }
    }

    private Map<String, Object> rootMap(Node root) {
        if (root instanceof MappingNode mapping) {
            return map(mapping, 1);
        }
        throw at(root.getStartMark(), "the document is no map of names to values");
    }

    private @Nullable Object value(Node node, int depth) {
        if (++built > MOST_VALUES || depth > DEEPEST) {
            throw at(node.getStartMark(), "too many or too deep values: aliases that multiply?");
        }
        if (node instanceof MappingNode mapping) {
            return map(mapping, depth);
        }
        if (node instanceof SequenceNode sequence) {
            check(sequence, Tag.SEQ);
            List<Object> list = new ArrayList<>();
            sequence.getValue().forEach(element -> list.add(value(element, depth + 1)));
            return Collections.unmodifiableList(list);
        }
        return scalar((ScalarNode) node);
    }

    private Map<String, Object> map(MappingNode node, int depth) {
        check(node, Tag.MAP);
        Map<String, Object> own = new LinkedHashMap<>();
        Map<String, Object> merged = new LinkedHashMap<>();
        for (NodeTuple entry : node.getValue()) {
            String key = key(entry.getKeyNode());
            if (key.equals("<<")) {
                merge(entry.getValueNode(), merged, depth);
            } else if (own.containsKey(key)) {
                throw at(entry.getKeyNode().getStartMark(), "'" + key + "' stands here a second time");
            } else {
                own.put(key, value(entry.getValueNode(), depth + 1));
            }
        }
        merged.forEach(own::putIfAbsent);
        return Collections.unmodifiableMap(own);
    }

    /** YAML's merge key: the fields of the named maps, for those that the map does not give itself. */
    private void merge(Node node, Map<String, Object> into, int depth) {
        List<Node> sources = node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
        for (Node source : sources) {
            if (!(source instanceof MappingNode)) {
                throw at(source.getStartMark(), "<< takes a map or a list of maps");
            }
            if (value(source, depth + 1) instanceof Map<?, ?> fields) {
                fields.forEach((name, value) -> into.putIfAbsent(String.valueOf(name), value));
            }
        }
    }

    private String key(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw at(node.getStartMark(), "a name is expected, not a map or a list");
    }

    private @Nullable Object scalar(ScalarNode node) {
        String text = node.getValue();
        Tag tag = node.getTag();
        if (tag.equals(Tag.STR) || (scalars == Scalars.TEXT && node.getScalarStyle() == ScalarStyle.PLAIN)) {
            return text;
        }
        try {
            if (tag.equals(Tag.INT)) {
                return integer(text);
            }
            if (tag.equals(Tag.FLOAT)) {
                return Double.valueOf(text);
            }
        } catch (NumberFormatException noNumber) {
            throw at(node.getStartMark(), "'" + text + "' is no number");
        }
        if (tag.equals(Tag.BOOL)) {
            return text.equals("true");
        }
        check(node, Tag.NULL);
        return null;
    }

    private static Number integer(String text) {
        if (text.length() > 100) {
            throw new NumberFormatException(text);
        }
        BigInteger value = new BigInteger(text);
        if (value.bitLength() < Integer.SIZE) {
            return value.intValue();
        }
        return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
    }

    private static void check(Node node, Tag expected) {
        if (!node.getTag().equals(expected)) {
            throw at(node.getStartMark(), "the tag " + node.getTag().getValue() + " is not allowed here");
        }
    }

    private static DocumentException at(@Nullable Mark mark, String what) {
        return mark == null
                ? new DocumentException(what)
                : new DocumentException(what, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static String firstLine(RuntimeException wrong) {
        return String.valueOf(wrong.getMessage()).lines().findFirst().orElse("no YAML");
    }
}
