package io.baton.application.execute;

import io.baton.domain.job.JsonText;
import java.util.Map;

/** Reads JSON for tasks. */
@FunctionalInterface
public interface DataReader {
    /** The object's members, unmodifiable; empty if the JSON is no object. */
    Map<String, Object> object(JsonText json);
}
