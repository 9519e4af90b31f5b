package io.baton.bootstrap.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A rule of an alert file, held against what a node tells. */
record AlertRule(String name, String expression, Map<?, ?> annotations) {
    private static final Pattern SELECTOR = Pattern.compile("(scheduler_[a-z_]+)(?:\\{([^}]*)})?");
    private static final Pattern MATCHER = Pattern.compile("([a-z]+)(=~|!~|!=|=)\"([^\"]*)\"");
    private static final Pattern BY = Pattern.compile("by \\(([^)]*)\\)");
    private static final Pattern SHOWN = Pattern.compile("\\$labels\\.([a-z]+)");
    /** Prometheus gives each series the address that it came from. */
    private static final String ADDRESS = "instance";

    /** The rules of a file that was read as a tree. */
    static List<AlertRule> of(Map<String, Object> file) {
        List<AlertRule> rules = new ArrayList<>();
        for (Object group : (List<?>) Objects.requireNonNull(file.get("groups"))) {
            for (Object element : (List<?>) Objects.requireNonNull(((Map<?, ?>) group).get("rules"))) {
                Map<?, ?> rule = (Map<?, ?>) element;
                rules.add(new AlertRule(
                        String.valueOf(rule.get("alert")),
                        String.valueOf(rule.get("expr")),
                        rule.get("annotations") instanceof Map<?, ?> told ? told : Map.of()));
            }
        }
        return rules;
    }

    /** What is wrong with it. @param scrape what a node tells, in Prometheus' text format */
    List<String> faults(String scrape) {
        List<String> faults = new ArrayList<>();
        for (String part : List.of("summary", "description", "action")) {
            if (!(annotations.get(part) instanceof String text) || text.isBlank()) {
                faults.add(name + " has no " + part);
            }
        }
        Set<String> labels = new TreeSet<>(Set.of(ADDRESS));
        List<MatchResult> selectors = SELECTOR.matcher(expression).results().toList();
        if (selectors.isEmpty()) {
            faults.add(name + " looks at no metric");
        }
        for (MatchResult selector : selectors) {
            List<String> series = series(selector.group(1), scrape);
            labels.addAll(labels(series));
            faults.addAll(faults(selector, series));
        }
        Set<String> kept = kept(labels);
        faults.addAll(strangers(kept, labels));
        faults.addAll(strangers(named(SHOWN, annotations.toString()), kept));
        return faults;
    }

    private static List<String> series(String metric, String scrape) {
        return scrape.lines()
                .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
                .toList();
    }

    private static Set<String> labels(List<String> series) {
        return series.stream()
                .flatMap(line -> MATCHER.matcher(line).results())
                .map(label -> label.group(1))
                .collect(Collectors.toSet());
    }

    private List<String> faults(MatchResult selector, List<String> series) {
        if (series.isEmpty()) {
            return List.of(name + " names " + selector.group(1) + ", which no node tells");
        }
        String wanted = Objects.requireNonNullElse(selector.group(2), "");
        return MATCHER.matcher(wanted)
                .results()
                .filter(matcher -> !met(matcher, series))
                .map(matcher -> name + " wants " + matcher.group() + ", which " + selector.group(1) + " never has")
                .toList();
    }

    /** A label that shall be something is that in a series; one that shall not is there. */
    private static boolean met(MatchResult matcher, List<String> series) {
        String label = matcher.group(1) + "=\"";
        String sought = matcher.group(2).equals("=") ? label + matcher.group(3) + "\"" : label;
        return series.stream().anyMatch(line -> line.contains("{" + sought) || line.contains("," + sought));
    }

    /** The labels that the result has. */
    private Set<String> kept(Set<String> labels) {
        Set<String> by = new TreeSet<>();
        BY.matcher(expression)
                .results()
                .forEach(found -> by.addAll(List.of(found.group(1).split(", *", -1))));
        boolean whole = Pattern.compile("\\b(sum|max|min|absent) ?\\(")
                .matcher(expression)
                .find();
        return by.isEmpty() && !whole ? labels : by;
    }

    private static Set<String> named(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private List<String> strangers(Set<String> used, Set<String> there) {
        return used.stream()
                .filter(label -> !there.contains(label))
                .map(label -> name + " uses the label " + label + ", which is not there")
                .toList();
    }
}
