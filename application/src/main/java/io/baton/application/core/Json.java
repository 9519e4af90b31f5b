package io.baton.application.core;

import io.baton.application.execute.DataReader;
import io.baton.domain.job.JsonText;
import java.util.function.Function;

/**
 * How the core reads and writes JSON, which it does not know itself.
 *
 * @param write a tree of maps, lists and scalars as text
 * @param read text as such a tree
 * @param data text as the data of a task
 */
public record Json(Function<Object, JsonText> write, Function<JsonText, Object> read, DataReader data) {}
