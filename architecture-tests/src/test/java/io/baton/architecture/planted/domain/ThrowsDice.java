package io.baton.architecture.planted.domain;

import java.util.Random;

/** Draws by chance. */
public final class ThrowsDice {
    int draw() {
        return new Random().nextInt();
    }
}
