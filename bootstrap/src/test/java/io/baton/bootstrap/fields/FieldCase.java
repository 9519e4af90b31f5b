package io.baton.bootstrap.fields;

import java.util.Map;
import java.util.function.Supplier;

/** A value of a job field and what is promised of it. @param given made when the case begins, for it may hold times */
record FieldCase(String name, Supplier<Given> given) {

    /** @param fields of the job; its name, its target and its schedule only if they are not the usual ones */
    record Given(Map<String, Object> fields, Promise promise) {}

    @FunctionalInterface
    interface Promise {
        void check(Site site, String job) throws Exception;
    }

    static FieldCase of(String name, Map<String, Object> fields, Promise promise) {
        return new FieldCase(name, () -> new Given(fields, promise));
    }

    /** The job's name: the case's with what is legal in one. */
    String job() {
        return "CASE." + name.replaceAll("[^A-Za-z0-9]+", "-");
    }

    void run(Site site) throws Exception {
        Given now = given.get();
        Map<String, Object> members = new java.util.HashMap<>(Map.of("name", job(), "target", "probe.run"));
        members.put("schedule", Map.of("manual", true));
        members.putAll(now.fields());
        site.ledger().create(members);
        now.promise().check(site, job());
    }

    @Override
    public String toString() {
        return name;
    }
}
