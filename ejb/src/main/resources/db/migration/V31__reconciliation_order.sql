-- Object stores list keys in the order of their bytes; walking documents beside them needs the same order.
create index document_object_key_bytes on document (object_key collate "C");
