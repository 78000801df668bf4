package io.geowire.ingest;

import java.util.List;

/**
 * What became of an input.
 *
 * @param files one a file that was read, in the order of reading; paths that could not be read are not among them
 * @param unreadable how many paths could not be read
 */
public record IngestReport(List<FileReport> files, int unreadable) {
    /**
     * What became of a file.
     *
     * @param name as the user named it
     * @param published articles that the broker has, revisions and repetitions included
     * @param refused items, or the file as a whole, that could not be ingested
     * @param skipped items that are not to be published
     */
    public record FileReport(String name, long published, long refused, long skipped) {}

    public IngestReport {
        files = List.copyOf(files);
    }

    public long published() {
        return files.stream().mapToLong(FileReport::published).sum();
    }

    /** Items, files and paths that could not be ingested. */
    public long refused() {
        return unreadable + files.stream().mapToLong(FileReport::refused).sum();
    }

    public long skipped() {
        return files.stream().mapToLong(FileReport::skipped).sum();
    }

    /** Whether at least one item went through, or there was nothing that could. */
    public boolean succeeded() {
        return published() > 0 || refused() == 0;
    }
}
