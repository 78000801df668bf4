package io.geowire.service;

import io.geowire.events.DeadLetter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes the {@link DeadLetter}s of one application. */
public final class DeadLetters {
    private static final int MAX_STACK_TRACE = 8_000;
    private static final int MAX_VALUE = 100_000;

    private final String application;

    /** @param application id of the application that sets records aside */
    public DeadLetters(String application) {
        this.application = application;
    }

    /** A record read from a topic. */
    public DeadLetter ofRecord(
            Throwable fault, String topic, int partition, long offset, byte @Nullable [] key, byte @Nullable [] value) {
        return builder(reason(fault), fault)
                .setTopic(topic)
                .setPartition(partition)
                .setOffset(offset)
                .setKey(cut(key))
                .setValue(cut(value))
                .build();
    }

    /** An input that is not of a topic. {@code location} says where it stands, as {@code file:line}. */
    public DeadLetter ofInput(String reason, String location, byte @Nullable [] value) {
        return builder(reason, null).setLocation(location).setValue(cut(value)).build();
    }

    private DeadLetter.Builder builder(String reason, @Nullable Throwable fault) {
        DeadLetter.Builder builder =
                DeadLetter.newBuilder().setApplication(application).setReason(reason);
        if (fault != null) {
            builder.setException(fault.getClass().getName()).setStackTrace(stackTrace(fault));
        }
        return builder;
    }

    private static String reason(Throwable fault) {
        String message = fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
        return message.replaceAll("\\p{Cntrl}+", " ");
    }

    private static String stackTrace(Throwable fault) {
        StringWriter text = new StringWriter();
        fault.printStackTrace(new PrintWriter(text));
        return text.getBuffer().length() <= MAX_STACK_TRACE
                ? text.toString()
                : text.getBuffer().substring(0, MAX_STACK_TRACE);
    }

    private static @Nullable ByteBuffer cut(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        return ByteBuffer.wrap(bytes.length <= MAX_VALUE ? bytes : Arrays.copyOf(bytes, MAX_VALUE));
    }
}
