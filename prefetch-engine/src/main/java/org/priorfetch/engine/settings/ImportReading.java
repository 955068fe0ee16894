package org.priorfetch.engine.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.priorfetch.engine.model.MarkableAttribute;
import org.priorfetch.engine.model.MarkableAttribute.TextForm;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PriorMarks;
import org.priorfetch.engine.model.PrivateElement;

/** Reads how the site marks what it imports. */
final class ImportReading {

    private static final int LONGEST_PREFIX = 16;

    private static final ValueType<String> PREFIX = new ValueType<>(
            text -> Optional.of(text).filter(ImportReading::isPrefix),
            (key, shown) -> Message.of("settings.badPrefix", key, shown), "");

    private static final Map<String, String> SHORT_NAMES = Map.of("institution", "InstitutionName", "studyStatus",
            "StudyStatusID");

    private ImportReading() {}

    private static boolean isPrefix(String text) {
        return !text.isBlank() && text.length() <= LONGEST_PREFIX && TextForm.LO.admits(text);
    }

    static PriorMarks marks(Section section) {
        SortedMap<String, String> attributes = new TreeMap<>();
        for (OwnEntry entry : OwnEntry.of(section, "attributes")) {
            mark(section, entry, attributes);
        }
        SHORT_NAMES.forEach((key, keyword) -> {
            TextForm form = MarkableAttribute.find(keyword).orElseThrow().form();
            String value = section.optional(key, valueOf(form));
            if (value != null && attributes.put(keyword, value) != null) {
                section.problem(key, Message.of("settings.markedTwice", keyword));
            }
        });
        return new PriorMarks(section.optional("descriptionPrefix", PREFIX, ""), attributes);
    }

    private static ValueType<String> valueOf(TextForm form) {
        return new ValueType<>(text -> Optional.of(text.strip()).filter(form::admits),
                (key, shown) -> Message.of("settings.badMark", key, shown, "#settings.form." + form), "");
    }

    private static void mark(Section section, OwnEntry entry, SortedMap<String, String> attributes) {
        String typed = entry.key().getValue();
        Optional<PrivateElement> own = PrivateElement.parse(typed);
        Optional<MarkableAttribute> attribute = MarkableAttribute.find(typed);
        if (attribute.isEmpty() && own.isEmpty()) {
            section.problem(entry.key(), unusable(typed));
            return;
        }
        String keyword = own.map(PrivateElement::toString).orElseGet(() -> attribute.orElseThrow().keyword());
        TextForm form = attribute.map(MarkableAttribute::form).orElse(TextForm.LO);
        Optional<String> value = section.parse(keyword, entry.value(), valueOf(form));
        if (value.isPresent() && attributes.putIfAbsent(keyword, value.get()) != null) {
            section.problem(entry.key(), Message.of("settings.markedTwice", keyword));
        }
    }

    private static Message unusable(String typed) {
        if (PrivateElement.isMeantBy(typed)) {
            return Message.of("settings.badPrivate", Quoted.of(typed));
        }
        if (MarkableAttribute.isUntouchable(typed)) {
            return Message.of("settings.untouchable", Quoted.of(typed));
        }
        List<String> keywords = MarkableAttribute.all().stream().map(MarkableAttribute::keyword).toList();
        Optional<String> meant = new Keys(keywords, Set.of()).nearest(typed);
        return meant.isPresent() ? Message.of("settings.unknownMarkMeant", Quoted.of(typed), meant.get())
                : Message.of("settings.unknownMark", Quoted.of(typed));
    }
}
