package io.baton.architecture.planted.web;

import java.io.IOException;
import java.io.ObjectInputStream;

/** Reads a native blob. */
public final class BlobReader {
    Object read(ObjectInputStream in) throws IOException, ClassNotFoundException {
        return in.readObject();
    }
}
