package io.geowire.service.yaml;

import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Reads one entry of a file's list. */
@FunctionalInterface
public interface EntryReader<T> {
    /**
     * The entry, if it is without fault.
     *
     * @param number of the entry in the file, from 1
     * @param faults to which those of the entry are added
     */
    Optional<T> read(MappingNode entry, int number, Faults faults);
}
