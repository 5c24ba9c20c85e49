package io.strata.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a {@link DocumentFilter} says, in SQL; what is in the trash never matches. */
@ApplicationScoped
class FilterConditions {

    private static final String CONDITIONS = """
             and d.trashed_at is null
             and (cast(:status as text) is null or d.status = cast(:status as text))
             and (cast(:project as text) is null or d.project_id = cast(:project as uuid))
             and (cast(:topic as text) is null
                  or exists (select 1 from document_topic dt
                             where dt.document_id = d.id and dt.topic_id = cast(:topic as uuid)))
             and (cast(:tag as text) is null
                  or exists (select 1 from document_tag g where g.document_id = d.id and g.tag = cast(:tag as text)))
             and (cast(:folders as text) is null
                  or d.folder_id = any (cast(string_to_array(cast(:folders as text), ',') as uuid[])))
             and (not cast(:top as boolean) or d.folder_id is null)
             and (cast(:from as text) is null or d.created_at >= cast(cast(:from as text) as timestamptz))
             and (cast(:before as text) is null or d.created_at < cast(cast(:before as text) as timestamptz))
            """;

    @Inject
    Folders folders;

    /** The conditions on a document that is called {@code d}, beginning with {@code and}. */
    static String of(DocumentFilter filter) {
        return filter.kind() == null
                ? CONDITIONS
                : CONDITIONS + " and (" + filter.kind().condition("d.mime_type") + ")\n";
    }

    /** Sets the parameters of {@link #of}. */
    <T extends Query> T bind(T query, DocumentFilter filter) {
        FolderChoice place = filter.folder();
        boolean top = place != null && place.folderId() == null && !place.below();
        query.setParameter(
                        "status",
                        filter.status() == null ? null : filter.status().name())
                .setParameter("topic", text(filter.topicId()))
                .setParameter("project", text(filter.projectId()))
                .setParameter("tag", filter.tag() == null ? null : DocumentTags.clean(filter.tag()))
                .setParameter("folders", folders(place))
                .setParameter("top", top)
                .setParameter("from", text(filter.createdFrom()))
                .setParameter("before", text(filter.createdBefore()));
        return query;
    }

    private String folders(FolderChoice place) {
        if (place == null || place.folderId() == null) {
            return null;
        }
        List<UUID> wanted = place.below() ? folders.withAllBelow(place.folderId()) : List.of(place.folderId());
        return String.join(",", wanted.stream().map(UUID::toString).toList());
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }

    private static String text(Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
