package org.priorfetch.engine.hl7;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.hl7.MessageProblem.Condition;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.ReportDocument;

/** Documents within a message (OBX-2 = ED). Only PDF is taken: what else is sent this way is pictures or text that can run. */
final class ReportDocuments {

    static final int LARGEST = 6 * 1024 * 1024;

    private static final int BYTES_PER_MEGABYTE = 1024 * 1024;
    private static final int MOST = 20;
    private static final String EMBEDDED = "ED";
    private static final String POINTER = "RP";
    private static final String PDF = "PDF";
    private static final int TYPE = 2;
    private static final int SUBTYPE = 3;
    private static final int ENCODING = 4;
    private static final int DATA = 5;
    private static final Place VALUE = Place.field("OBX", 5);
    private static final byte[] SIGN = {'%', 'P', 'D', 'F', '-'};
    /** Readers of PDF put up with something before the beginning. */
    private static final int BEGINS_WITHIN = 1024;

    private ReportDocuments() {}

    /** The documents in the order in which they were sent. */
    static List<ReportDocument> of(List<Group> groups) throws MessageProblem {
        List<ReportDocument> documents = new ArrayList<>();
        for (Hl7Segment obx : values(groups, EMBEDDED).toList()) {
            for (int repetition = 0; repetition < obx.repetitions(VALUE.field()); repetition++) {
                if (isPdf(obx, repetition)) {
                    documents.add(document(obx, repetition));
                }
            }
        }
        if (documents.size() > MOST) {
            throw MessageProblem.wrong(Condition.DATA_TYPE, VALUE, Message.of("hl7.tooManyDocuments", MOST));
        }
        return documents;
    }

    /** How many documents the message only points to. */
    static int elsewhere(List<Group> groups) {
        return values(groups, POINTER).mapToInt(obx -> obx.repetitions(VALUE.field())).sum();
    }

    private static Stream<Hl7Segment> values(List<Group> groups, String type) {
        return groups.stream().flatMap(group -> group.all("OBX")).filter(obx -> obx.value(2).equals(type));
    }

    /** Some state the subtype, some the type alone. */
    private static boolean isPdf(Hl7Segment obx, int repetition) {
        String subtype = component(obx, repetition, SUBTYPE);
        String stated = subtype.isEmpty() ? component(obx, repetition, TYPE) : subtype;
        return stated.toUpperCase(Locale.ROOT).endsWith(PDF); // also "application/pdf"
    }

    private static ReportDocument document(Hl7Segment obx, int repetition) throws MessageProblem {
        String data = obx.unbroken(VALUE.field(), repetition, DATA);
        byte[] content;
        try {
            content = switch (component(obx, repetition, ENCODING).toUpperCase(Locale.ROOT)) {
                case "BASE64", "" -> Base64.getDecoder().decode(data);
                case "HEX" -> HexFormat.of().parseHex(data);
                default -> throw wrong(null);
            };
        } catch (IllegalArgumentException malformed) {
            throw wrong(malformed);
        }
        if (content.length > LARGEST) {
            throw MessageProblem.wrong(Condition.INTERNAL, VALUE,
                    Message.of("hl7.documentTooLarge", LARGEST / BYTES_PER_MEGABYTE));
        }
        if (!beginsLikePdf(content)) {
            throw wrong(null);
        }
        return ReportDocument.of(content);
    }

    private static boolean beginsLikePdf(byte[] content) {
        int last = Math.min(content.length - SIGN.length, BEGINS_WITHIN);
        for (int begin = 0; begin <= last; begin++) {
            if (Arrays.equals(content, begin, begin + SIGN.length, SIGN, 0, SIGN.length)) {
                return true;
            }
        }
        return false;
    }

    private static String component(Hl7Segment obx, int repetition, int component) {
        return obx.value(VALUE.field(), repetition, component, 1);
    }

    private static MessageProblem wrong(@Nullable Throwable cause) {
        MessageProblem problem = MessageProblem.wrong(Condition.DATA_TYPE, VALUE, Message.of("hl7.noDocument"));
        if (cause != null) {
            problem.initCause(cause);
        }
        return problem;
    }
}
