package org.priorfetch.app.fetch;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.model.ArchiveQuery;
import org.priorfetch.engine.model.Message;

/** What is typed to be searched for. */
final class SearchForm {

    private final StringProperty name = field("name");
    private final StringProperty patientId = field("patientId");
    private final StringProperty birthDate = field("birthDate");
    private final StringProperty accession = field("accession");
    private final StringProperty description = field("description");
    private final StringProperty modality = field("modality");
    private final StringProperty from = field("from");
    private final StringProperty to = field("to");
    private final ObjectProperty<Period> period = new SimpleObjectProperty<>(this, "period", Period.ANY);
    private final Texts texts;
    private final TypedDates dates;
    private final Supplier<LocalDate> today;
    private final ObservableValue<String> problem;

    SearchForm(Texts texts, Supplier<LocalDate> today) {
        this.texts = texts;
        this.today = today;
        dates = new TypedDates(texts.locale());
        problem = Bindings.createStringBinding(this::problemNow, name, patientId, birthDate, accession, description,
                modality, from, to, period);
    }

    private StringProperty field(String fieldName) {
        return new SimpleStringProperty(this, fieldName, "");
    }

    StringProperty name() {
        return name;
    }

    StringProperty patientId() {
        return patientId;
    }

    StringProperty birthDate() {
        return birthDate;
    }

    StringProperty accession() {
        return accession;
    }

    StringProperty description() {
        return description;
    }

    StringProperty modality() {
        return modality;
    }

    StringProperty from() {
        return from;
    }

    StringProperty to() {
        return to;
    }

    ObjectProperty<Period> period() {
        return period;
    }

    TypedDates dates() {
        return dates;
    }

    /** What keeps it from being asked, in words; empty when nothing does. */
    ObservableValue<String> problem() {
        return problem;
    }

    private String problemNow() {
        boolean own = period.get() == Period.OWN;
        if (isNoDate(birthDate) || (own && (isNoDate(from) || isNoDate(to)))) {
            return texts.get("fetch.problem.date", dates.example());
        }
        LocalDate born = date(birthDate);
        if (born != null && born.isAfter(today.get())) {
            return texts.get("fetch.problem.unborn");
        }
        Message problemOfQuery = query().problem();
        return problemOfQuery == null ? "" : texts.of(problemOfQuery);
    }

    private boolean isNoDate(StringProperty typed) {
        return !typed.get().isBlank() && dates.read(typed.get()).isEmpty();
    }

    private @Nullable LocalDate date(StringProperty typed) {
        return dates.read(typed.get()).orElse(null);
    }

    ArchiveQuery query() {
        boolean own = period.get() == Period.OWN;
        return new ArchiveQuery(name.get(), patientId.get(), date(birthDate), accession.get(),
                own ? date(from) : period.get().from(today.get()), own ? date(to) : null, modality.get(),
                description.get());
    }

    boolean isEmpty() {
        return Stream.of(name, patientId, birthDate, accession, description, modality, from, to)
                .allMatch(field -> field.get().isBlank());
    }

    void clear() {
        show(new ArchiveQuery("", "", null, "", null, null, "", ""));
    }

    /** Fills in what was searched for before. */
    void show(ArchiveQuery query) {
        name.set(query.patientName());
        patientId.set(query.patientId());
        birthDate.set(write(query.patientBirthDate()));
        accession.set(query.accessionNumber());
        modality.set(query.modality());
        description.set(query.studyDescription());
        from.set(write(query.studyFrom()));
        to.set(write(query.studyTo()));
        boolean anyTime = query.studyFrom() == null && query.studyTo() == null;
        period.set(anyTime ? Period.ANY : Period.OWN);
    }

    /** Goes on with what is typed into another form; dates as people write them in this one's language. */
    void carryOn(SearchForm before) {
        name.set(before.name.get());
        patientId.set(before.patientId.get());
        accession.set(before.accession.get());
        modality.set(before.modality.get());
        description.set(before.description.get());
        birthDate.set(rewritten(before, before.birthDate));
        from.set(rewritten(before, before.from));
        to.set(rewritten(before, before.to));
        period.set(before.period.get());
    }

    private String rewritten(SearchForm before, StringProperty typed) {
        return before.dates.read(typed.get()).map(dates::write).orElse(typed.get());
    }

    private String write(@Nullable LocalDate date) {
        return Optional.ofNullable(date).map(dates::write).orElse("");
    }
}
