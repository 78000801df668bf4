package io.geowire.schemas.registry;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * A cache that many threads may use and that cannot grow beyond a limit: when it is full, it starts anew. That is enough
 * where all that is in use fits easily, as the schemas of a few topics do.
 *
 * @param <K> type of the keys
 * @param <V> type of the values
 */
public final class BoundedCache<K, V> {
    private final ConcurrentMap<K, V> entries = new ConcurrentHashMap<>();
    private final int limit;

    /** @param limit most entries it may hold, 1 or more */
    public BoundedCache(int limit) {
        this.limit = limit;
    }

    /**
     * The value of a key, which is loaded if it is not there. No lock is held meanwhile, so a slow load delays nobody who
     * asks for another key; two threads that miss the same key both load it. What the loader throws is not cached.
     */
    public V get(K key, Function<? super K, ? extends V> loader) {
        V cached = entries.get(key);
        if (cached != null) {
            return cached;
        }
        V loaded = loader.apply(key);
        if (entries.size() >= limit) {
            entries.clear();
        }
        entries.put(key, loaded);
        return loaded;
    }

    int size() {
        return entries.size();
    }
}
