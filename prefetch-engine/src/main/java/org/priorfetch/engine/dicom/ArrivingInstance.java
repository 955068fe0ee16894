package org.priorfetch.engine.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageOutputStream;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.AttributeDifference;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.port.BrokenInstanceException;
import org.priorfetch.engine.port.InstanceInFlight;

/** An instance on its way: the header in memory, the rest still in the stream, passed on byte by byte. */
final class ArrivingInstance implements InstanceInFlight, AutoCloseable {

    private static final int COPY_BYTES = 64 * 1024;
    private static final int FIRST_GROUP_WITHOUT_TEXT = 0x6000;

    private final String transferSyntaxUid;
    private final HeaderReader reader;
    private final Attributes attributes;
    private final InstanceHeader header;

    private ArrivingInstance(String transferSyntaxUid, HeaderReader reader, Attributes attributes) {
        this.transferSyntaxUid = transferSyntaxUid;
        this.reader = reader;
        this.attributes = attributes;
        this.header = DatasetValues.instanceHeader(attributes);
    }

    /** Reads the header of a data set in the transfer syntax. */
    static ArrivingInstance read(InputStream dataSet, String transferSyntaxUid, Path bulkFolder) throws IOException {
        boolean deflated = TransferSyntaxes.isDeflated(transferSyntaxUid);
        InputStream plain = deflated ? new InflaterInputStream(dataSet, new Inflater(true)) : dataSet;
        HeaderReader reader = new HeaderReader(new RecordingStream(plain), encodingOf(transferSyntaxUid), bulkFolder);
        try {
            return new ArrivingInstance(transferSyntaxUid, reader, reader.readUpToRest());
        } catch (IOException | RuntimeException unreadable) {
            reader.discardFiles();
            throw unreadable;
        }
    }

    private static String encodingOf(String transferSyntaxUid) {
        return TransferSyntaxes.isDeflated(transferSyntaxUid) ? TransferSyntaxes.EXPLICIT_LITTLE_ENDIAN
                : transferSyntaxUid;
    }

    /** Everything up to what is only passed through. */
    Attributes attributes() {
        return attributes;
    }

    @Override
    public InstanceHeader header() {
        return header;
    }

    @Override
    public String transferSyntaxUid() {
        return transferSyntaxUid;
    }

    @Override
    public List<AttributeDifference> differences(AttributeChanges changes) {
        Attributes changed = new Attributes(attributes);
        Coercion.apply(changed, changes, isRecodable());
        return Differences.between(attributes, changed);
    }

    private boolean isRecodable() {
        return !reader.hasRest() || reader.groupOfRest() >= FIRST_GROUP_WITHOUT_TEXT;
    }

    @Override
    public long writeTo(OutputStream out, AttributeChanges changes) throws IOException {
        CountingStream counted = new CountingStream(out);
        Coercion.apply(attributes, changes, isRecodable());
        if (TransferSyntaxes.isDeflated(transferSyntaxUid)) {
            Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
            DeflaterOutputStream deflating = new DeflaterOutputStream(counted, deflater);
            try {
                writePlain(deflating);
                deflating.finish();
                padToEvenLength(counted);
            } finally {
                deflater.end();
            }
        } else {
            writePlain(counted);
        }
        return counted.count();
    }

    /** PS3.5 A.5. */
    private static void padToEvenLength(CountingStream out) throws IOException {
        if (out.count() % 2 != 0) {
            out.write(0);
        }
    }

    private void writePlain(OutputStream out) throws IOException {
        ImageOutputStream encoder = new ImageOutputStream(out, encodingOf(transferSyntaxUid));
        encoder.writeDataset(null, attributes);
        if (reader.hasRest()) {
            out.write(reader.firstElementHeaderOfRest());
            passOn(out);
        }
    }

    private void passOn(OutputStream out) throws IOException {
        Wholeness wholeness = new Wholeness(reader.explicitVR(), reader.bigEndian(), reader.vr() == VR.UN,
                reader.length());
        byte[] buffer = new byte[COPY_BYTES];
        for (int count = readRest(buffer); count >= 0; count = readRest(buffer)) {
            out.write(buffer, 0, count);
            wholeness.saw(buffer, count);
        }
        if (!wholeness.isWhole()) {
            throw new BrokenInstanceException(new EOFException("the data set ends before its stated end"));
        }
    }

    private int readRest(byte[] buffer) throws BrokenInstanceException {
        try {
            return reader.read(buffer, 0, buffer.length);
        } catch (IOException broken) {
            throw new BrokenInstanceException(broken);
        }
    }

    @Override
    public void close() {
        reader.discardFiles();
    }
}
