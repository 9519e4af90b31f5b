package io.baton.resilience.checker;

/**
 * One breach of a rule.
 *
 * @param rule the rule's name
 * @param at UTC millis
 * @param subject the task, job or key
 */
public record Violation(String rule, long at, String subject, String words) {
    @Override
    public String toString() {
        return rule + ": " + subject + ": " + words;
    }
}
