package io.baton.domain.job;

import java.util.List;

/**
 * What people call a job.
 *
 * @param title at most 200 characters, empty if there is none
 * @param description at most 4,000 characters, empty if there is none
 * @param tags at most 32, each 1..64 characters without a comma
 */
public record About(String title, String description, List<String> tags) {
    public static final About NOTHING = new About("", "", List.of());

    public About {
        tags = List.copyOf(tags);
        if (title.length() > 200) {
            throw new IllegalArgumentException("title has " + title.length() + " characters, at most 200 are allowed");
        }
        if (description.length() > 4000) {
            throw new IllegalArgumentException(
                    "description has " + description.length() + " characters, at most 4000 are allowed");
        }
        if (tags.size() > 32 || tags.stream().anyMatch(t -> t.isBlank() || t.length() > 64 || t.contains(","))) {
            throw new IllegalArgumentException("tags " + tags + ": at most 32, each 1 to 64 characters, no comma");
        }
    }
}
