from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class TransformStat(_message.Message):
    __slots__ = ("drop_stat", "drop_tag", "update_tag")
    class DropStat(_message.Message):
        __slots__ = ()
        def __init__(self) -> None: ...
    class DropTag(_message.Message):
        __slots__ = ()
        def __init__(self) -> None: ...
    class UpdateTag(_message.Message):
        __slots__ = ("new_tag_value",)
        NEW_TAG_VALUE_FIELD_NUMBER: _ClassVar[int]
        new_tag_value: str
        def __init__(self, new_tag_value: _Optional[str] = ...) -> None: ...
    DROP_STAT_FIELD_NUMBER: _ClassVar[int]
    DROP_TAG_FIELD_NUMBER: _ClassVar[int]
    UPDATE_TAG_FIELD_NUMBER: _ClassVar[int]
    drop_stat: TransformStat.DropStat
    drop_tag: TransformStat.DropTag
    update_tag: TransformStat.UpdateTag
    def __init__(self, drop_stat: _Optional[_Union[TransformStat.DropStat, _Mapping]] = ..., drop_tag: _Optional[_Union[TransformStat.DropTag, _Mapping]] = ..., update_tag: _Optional[_Union[TransformStat.UpdateTag, _Mapping]] = ...) -> None: ...
