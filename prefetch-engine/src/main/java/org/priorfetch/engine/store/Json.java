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
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Reason;

/**
 * Texts and reasons in a column: {@code ["CT","SR"]}, and for a reason one list per phrase, key first:
 * {@code [["prior.sameRegion"],["prior.age","14"]]}. Streamed, because Jackson's object mapper takes long to start.
 */
final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    static String ofTexts(Iterable<String> texts) {
        return write(generator -> writeTexts(generator, texts));
    }

    static List<String> toTexts(String json) {
        return read(json, Json::readTexts);
    }

    static String ofReason(Reason reason) {
        return write(generator -> {
            generator.writeStartArray();
            for (Message phrase : reason.phrases()) {
                List<String> keyAndArgs = new ArrayList<>(List.of(phrase.key()));
                keyAndArgs.addAll(phrase.args());
                writeTexts(generator, keyAndArgs);
            }
            generator.writeEndArray();
        });
    }

    static Reason toReason(String json) {
        return read(json, parser -> {
            List<Message> phrases = new ArrayList<>();
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                List<String> keyAndArgs = readTexts(parser);
                phrases.add(new Message(keyAndArgs.getFirst(), keyAndArgs.subList(1, keyAndArgs.size())));
            }
            return new Reason(phrases);
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
