package org.priorfetch.engine.dicom;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.InstanceHeader;

/** One DICOM file: where it is, and what it says of its study. */
record MediaFile(Path path, long bytes, InstanceHeader header, @Nullable LocalDate studyDate,
        @Nullable LocalTime studyTime, String studyDescription, String modality, String bodyPart) {

    /** What is done with the data set of a file. */
    @FunctionalInterface
    interface Reading<T> {

        T of(InputStream dataSet, String transferSyntaxUid) throws IOException;
    }

    /**
     * The file, read up to its pixel data; empty when it is no DICOM file.
     *
     * @throws IOException when it begins as a DICOM file and cannot be read
     */
    static Optional<MediaFile> read(Path path, Path bulkFolder) throws IOException {
        Optional<Attributes> data = open(path, (dataSet, transferSyntax) -> header(dataSet, transferSyntax,
                bulkFolder));
        return data.isEmpty() ? Optional.empty() : Optional.of(of(path, data.get()));
    }

    /** Empty when it is no DICOM file. */
    static <T> Optional<T> open(Path path, Reading<T> reading) throws IOException {
        try (BufferedInputStream file = new BufferedInputStream(Files.newInputStream(path))) {
            if (!FileMeta.begins(file)) {
                return Optional.empty();
            }
            String transferSyntax = FileMeta.transferSyntax(file)
                    .orElseThrow(() -> new IOException("the file does not state its transfer syntax"));
            return Optional.of(reading.of(file, transferSyntax));
        }
    }

    private static Attributes header(InputStream dataSet, String transferSyntax, Path bulkFolder) throws IOException {
        try (ArrivingInstance instance = ArrivingInstance.read(dataSet, transferSyntax, bulkFolder)) {
            return instance.attributes();
        }
    }

    private static MediaFile of(Path path, Attributes data) throws IOException {
        return new MediaFile(path, Files.size(path), DatasetValues.instanceHeader(data),
                DatasetValues.date(data, Tag.StudyDate), DatasetValues.time(data, Tag.StudyTime),
                DatasetValues.text(data, Tag.StudyDescription), DatasetValues.text(data, Tag.Modality),
                DatasetValues.text(data, Tag.BodyPartExamined));
    }

    /** Whether it says to which study and series it belongs, and who it is. */
    boolean isPlaced() {
        return !header.studyInstanceUid().isEmpty() && !header.instance().seriesInstanceUid().isEmpty()
                && !header.instance().sopInstanceUid().isEmpty() && !header.instance().sopClassUid().isEmpty();
    }
}
