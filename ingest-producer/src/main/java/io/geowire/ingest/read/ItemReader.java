package io.geowire.ingest.read;

import io.geowire.ingest.item.ReadResult;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads the items of one format. */
interface ItemReader {
    /**
     * Reads to the end and hands on each item, fault and item left out, in the order of the input. An input that breaks off is
     * a fault like any other.
     *
     * @param file name for origins
     * @param utf8 what it holds, in UTF-8 without byte order mark
     */
    void read(String file, InputStream utf8, Consumer<ReadResult> sink);
}
