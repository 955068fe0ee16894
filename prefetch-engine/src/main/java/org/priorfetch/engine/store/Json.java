package org.priorfetch.engine.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.AttributeChange;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Reason;

/**
 * Texts, reasons and changes in a column: {@code ["CT","SR"]}; for a reason one list per phrase, key first:
 * {@code [["prior.sameRegion"],["prior.age","14"]]}; for a change its keyword, the old and the new value. Streamed, because Jackson's object mapper takes long to start.
 */
final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String NOT_RECORDED = "\u0000";

    private Json() {}

    static String ofTexts(Iterable<String> texts) {
        return write(generator -> writeTexts(generator, texts));
    }

    static List<String> toTexts(String json) {
        return read(json, Json::readTexts);
    }

    static String ofReason(Reason reason) {
        return ofLists(reason.phrases(), phrase -> {
            List<String> keyAndArgs = new ArrayList<>(List.of(phrase.key()));
            keyAndArgs.addAll(phrase.args());
            return keyAndArgs;
        });
    }

    static Reason toReason(String json) {
        return new Reason(toLists(json,
                keyAndArgs -> new Message(keyAndArgs.getFirst(), keyAndArgs.subList(1, keyAndArgs.size()))));
    }

    static String ofChanges(List<AttributeChange> changes) {
        return ofLists(changes, change -> Stream.of(change.keyword(), change.before(), change.after())
                .map(Json::orMark)
                .toList());
    }

    static List<AttributeChange> toChanges(String json) {
        return toLists(json,
                change -> new AttributeChange(change.get(0), orNull(change.get(1)), orNull(change.get(2))));
    }

    static String ofListsOfTexts(List<List<String>> lists) {
        return ofLists(lists, texts -> texts);
    }

    static List<List<String>> toListsOfTexts(String json) {
        return toLists(json, texts -> texts);
    }

    /** No value of DICOM holds this character. */
    private static String orMark(@Nullable String text) {
        return text == null ? NOT_RECORDED : text;
    }

    private static @Nullable String orNull(String text) {
        return text.equals(NOT_RECORDED) ? null : text;
    }

    private static <T> String ofLists(List<T> values, Function<T, List<String>> texts) {
        return write(generator -> {
            generator.writeStartArray();
            for (T value : values) {
                writeTexts(generator, texts.apply(value));
            }
            generator.writeEndArray();
        });
    }

    private static <T> List<T> toLists(String json, Function<List<String>, T> value) {
        return read(json, parser -> {
            List<T> values = new ArrayList<>();
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                values.add(value.apply(readTexts(parser)));
            }
            return values;
        });
    }

    private static void writeTexts(JsonGenerator generator, Iterable<String> texts) throws IOException {
        generator.writeStartArray();
        for (String text : texts) {
            generator.writeString(text);
        }
        generator.writeEndArray();
    }

    private static List<String> readTexts(JsonParser parser) throws IOException {
        List<String> texts = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            texts.add(parser.getText());
        }
        return texts;
    }

    private static String write(Writing writing) {
        StringWriter json = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(json)) {
            writing.to(generator);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return json.toString();
    }

    /** Hands over the parser behind the opening bracket. */
    private static <T> T read(String json, Reading<T> reading) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new IOException("not a list");
            }
            return reading.from(parser);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    @FunctionalInterface
    private interface Writing {

        void to(JsonGenerator generator) throws IOException;
    }

    @FunctionalInterface
    private interface Reading<T> {

        T from(JsonParser parser) throws IOException;
    }
}
