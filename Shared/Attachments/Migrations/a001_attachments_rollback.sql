DROP TABLE attachment_chunk, attachment;
