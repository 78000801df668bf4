package io.geowire.enrichment;

import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/** One bounded memory for all RocksDB stores of a process: blocks, indexes and write buffers. */
final class RocksDbMemory implements AutoCloseable {
    /** Streams setting under which the stores find it. */
    static final String CONFIG = "geowire.rocksdb.memory";

    private static final long MEBIBYTE = 1024 * 1024;

    private final Cache cache;
    private final WriteBufferManager writeBuffers;

    RocksDbMemory(int mebibytes) {
        RocksDB.loadLibrary();
        cache = new LRUCache(mebibytes * MEBIBYTE);
        writeBuffers = new WriteBufferManager(mebibytes * MEBIBYTE / 2, cache);
    }

    @Override
    public void close() {
        writeBuffers.close();
        cache.close();
    }

    /** Makes a store use the memory that its configuration holds. */
    public static final class Setter implements RocksDBConfigSetter {
        @Override
        public void setConfig(String storeName, Options options, Map<String, Object> configs) {
            RocksDbMemory memory = (RocksDbMemory) Objects.requireNonNull(configs.get(CONFIG), CONFIG);
            BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
            table.setBlockCache(memory.cache);
            table.setCacheIndexAndFilterBlocks(true);
            options.setTableFormatConfig(table);
            options.setWriteBufferManager(memory.writeBuffers);
        }

        @Override
        public void close(String storeName, Options options) {
            // The memory outlives each store.
        }
    }
}
