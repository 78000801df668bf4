package io.geowire.enrichment.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tags of tokens: outside a name, or beginning, inside, end or whole of a name of some type. A sequence of tags is legal
 * if every name that begins also ends.
 */
public final class Tags {
    public static final int OUTSIDE = 0;

    private static final int PARTS = 4;
    private static final int BEGIN = 0;
    private static final int INSIDE = 1;
    private static final int END = 2;
    private static final int WHOLE = 3;

    private static final EntityType[] TYPES = EntityType.values();

    /** How many tags there are. */
    public static final int COUNT = 1 + PARTS * TYPES.length;

    /** All tags, as bits of a mask. */
    public static final int ALL = (1 << COUNT) - 1;

    private static final int BEGINS = mask(BEGIN) | mask(WHOLE);
    private static final int[] NEXT = next();

    private Tags() {}

    /** Where a name stands in a sequence. */
    public record Name(int from, int to, EntityType type) {}

    private static int tag(EntityType type, int part) {
        return 1 + PARTS * type.ordinal() + part;
    }

    private static int mask(int part) {
        int mask = 0;
        for (EntityType type : TYPES) {
            mask |= 1 << tag(type, part);
        }
        return mask;
    }

    /** The tags that may follow a tag, as bits. */
    private static int[] next() {
        int[] next = new int[COUNT];
        Arrays.fill(next, 1 | BEGINS);
        for (EntityType type : TYPES) {
            int goesOn = 1 << tag(type, INSIDE) | 1 << tag(type, END);
            next[tag(type, BEGIN)] = goesOn;
            next[tag(type, INSIDE)] = goesOn;
        }
        return next;
    }

    static @Nullable EntityType type(int tag) {
        return tag == OUTSIDE ? null : TYPES[(tag - 1) / PARTS];
    }

    /** Bits of the tags that may follow the tag. */
    public static int after(int tag) {
        return NEXT[tag];
    }

    /** Bits of the tags with which a sequence may begin. */
    public static int first() {
        return 1 | BEGINS;
    }

    /** Bits of the tags with which it may end. */
    public static int last() {
        return 1 | mask(END) | mask(WHOLE);
    }

    /** Bits of the tags of tokens that may begin a longer name, but are none themselves. */
    static int begin() {
        return 1 | mask(BEGIN);
    }

    /** Bits of the tags of tokens that may be inside a name, but neither begin nor end one. */
    static int inside() {
        return 1 | mask(INSIDE);
    }

    /** Bits of the tags of tokens that may be inside or at the end of a name, but not begin one. */
    static int insideOrEnd() {
        return 1 | mask(INSIDE) | mask(END);
    }

    /** Bits of the tags of some types, and of no name. */
    public static int ofTypes(List<EntityType> types) {
        int mask = 1;
        for (EntityType type : types) {
            for (int part = 0; part < PARTS; part++) {
                mask |= 1 << tag(type, part);
            }
        }
        return mask;
    }

    /** The tags of a sequence that holds the names. */
    public static int[] of(int length, List<Name> names) {
        int[] tags = new int[length];
        for (Name name : names) {
            if (name.to() - name.from() == 1) {
                tags[name.from()] = tag(name.type(), WHOLE);
            } else {
                Arrays.fill(tags, name.from() + 1, name.to() - 1, tag(name.type(), INSIDE));
                tags[name.from()] = tag(name.type(), BEGIN);
                tags[name.to() - 1] = tag(name.type(), END);
            }
        }
        return tags;
    }

    /** The names in a legal sequence. */
    public static List<Name> names(int[] tags) {
        List<Name> names = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < tags.length; i++) {
            EntityType type = type(tags[i]);
            if (type == null) {
                continue;
            }
            int part = (tags[i] - 1) % PARTS;
            if (part == BEGIN || part == WHOLE) {
                from = i;
            }
            if (part == END || part == WHOLE) {
                names.add(new Name(from, i + 1, type));
            }
        }
        return names;
    }
}
